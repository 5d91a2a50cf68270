// What the conformance scripts share: reading the arguments, running the cases, and the list of failing ones.
//
//   node scripts/smithy-conformance/<suite>.mjs CHECKOUT [--update] [--verbose]
//
// CHECKOUT is a clone of smithy-lang/smithy. Cases that fail are listed in scripts/smithy-conformance/<suite>.json, a
// list that may only shrink: a failure that is not in it, and a case in it that passes, both fail; --update takes what
// passes out of it. --verbose shows the problems of the listed failures too.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";

/**
 * How many cases a suite has, and how they went.
 * @typedef {object} Counts
 * @property {number} cases
 * @property {number} passed
 * @property {number} failed
 * @property {number} notRun
 */

/** @typedef {string[] | "not run"} Outcome What is wrong with a case, a line each; an empty array is a pass. */

/**
 * Runs a suite and sets the exit code.
 *
 * @template {{ id: string }} Case
 * @param {object} suite
 * @param {string} suite.name The name of the script and of its list.
 * @param {(checkout: string) => Case[]} suite.findCases
 * @param {(each: Case) => Outcome | Promise<Outcome>} suite.runCase What it throws is a problem too.
 */
export async function runSuite({ name, findCases, runCase }) {
  const { checkout, update, verbose } = readArguments(name);
  /** @type {{ id: string, problems: Outcome }[]} */
  const results = [];
  for (const each of findCases(checkout))
    results.push({ id: each.id, problems: await runSafely(runCase, each) });
  const list = new URL(`${name}.json`, import.meta.url);
  /** @type {string[]} */
  const known = existsSync(list) ? JSON.parse(readFileSync(list, "utf8")) : [];
  const passed = results.filter(({ problems }) => problems.length === 0).map(({ id }) => id);
  const failed = results.flatMap(({ id, problems }) =>
    Array.isArray(problems) && problems.length > 0 ? [{ id, problems }] : [],
  );
  const fresh = failed.filter(({ id }) => !known.includes(id));
  const fixed = known.filter((id) => passed.includes(id));

  for (const { id, problems } of verbose ? failed : fresh)
    console.log(`FAILED ${id}\n  ${problems.join("\n  ")}`);
  if (update && fixed.length > 0) writeList(list, known, fixed);
  else for (const id of fixed) console.log(`PASSES NOW ${id}: take it out of the list with --update`);
  const notRun = results.length - passed.length - failed.length;
  const counts = { cases: results.length, passed: passed.length, failed: failed.length, notRun };
  console.log(printCounts(name, counts));
  const isWrong = results.length === 0 || fresh.length > 0 || (fixed.length > 0 && !update);
  process.exitCode = isWrong ? 1 : 0;
}

/**
 * Returns the line that tells how a suite went.
 * @param {string} name
 * @param {Counts} counts
 */
export function printCounts(name, { cases, passed, failed, notRun }) {
  return `${name}: ${cases} cases: ${passed} passed, ${failed} failed, ${notRun} not run`;
}

/**
 * Returns what the line of {@link printCounts} says in a suite's output, or `undefined` where there is no such line.
 * @param {string} name
 * @param {string} output
 * @returns {Counts | undefined}
 */
export function readCounts(name, output) {
  const line = output.split("\n").find((each) => each.startsWith(`${name}: `) && each.endsWith(" not run"));
  const numbers = line?.slice(name.length).match(/\d+/g)?.map(Number);
  if (numbers === undefined) return undefined;
  const [cases = 0, passed = 0, failed = 0, notRun = 0] = numbers;
  return { cases, passed, failed, notRun };
}

/**
 * Returns the paths of a folder's files, in order, for which `isCase` holds; paths are relative to the folder.
 * @param {string} folder
 * @param {(path: string) => boolean} isCase
 */
export function findFiles(folder, isCase) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .filter(isCase)
    .sort();
}

/**
 * Reads a file as a source of the readers.
 * @param {string} path
 */
export function readSource(path) {
  return { file: path, text: readFileSync(path, "utf8") };
}

/** @param {string} name */
function readArguments(name) {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      update: { type: "boolean", default: false },
      verbose: { type: "boolean", default: false },
    },
  });
  const [checkout] = positionals;
  if (checkout === undefined) {
    console.error(`Usage: node scripts/smithy-conformance/${name}.mjs CHECKOUT [--update] [--verbose]`);
    process.exit(2);
  }
  return { checkout: checkout.replace(/\/+$/, ""), ...values };
}

/**
 * @template Case
 * @param {(each: Case) => Outcome | Promise<Outcome>} runCase
 * @param {Case} each
 * @returns {Promise<Outcome>}
 */
async function runSafely(runCase, each) {
  try {
    return await runCase(each);
  } catch (error) {
    return [`threw ${error instanceof Error ? error.stack : error}`];
  }
}

/**
 * @param {URL} list
 * @param {readonly string[]} known
 * @param {readonly string[]} fixed
 */
function writeList(list, known, fixed) {
  const left = known.filter((id) => !fixed.includes(id));
  writeFileSync(list, `${JSON.stringify(left, null, 2)}\n`);
}
