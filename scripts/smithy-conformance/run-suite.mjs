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
 * Runs a suite and sets the exit code.
 *
 * @param {object} suite
 * @param {string} suite.name The name of the script and of its list.
 * @param {(checkout: string) => { id: string }[]} suite.findCases
 * @param {(each: { id: string }) => string[] | "not run" | Promise<string[] | "not run">} suite.runCase Returns what is
 *   wrong, a line each; an empty array is a pass. What it throws is a problem too.
 */
export async function runSuite({ name, findCases, runCase }) {
  const { checkout, update, verbose } = readArguments(name);
  const results = [];
  for (const each of findCases(checkout))
    results.push({ id: each.id, problems: await runSafely(runCase, each) });
  const list = new URL(`${name}.json`, import.meta.url);
  const known = existsSync(list) ? JSON.parse(readFileSync(list, "utf8")) : [];
  const passed = results.filter(({ problems }) => problems.length === 0).map(({ id }) => id);
  const failed = results.filter(({ problems }) => Array.isArray(problems) && problems.length > 0);
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

/** Returns the line that tells how a suite went. */
export function printCounts(name, { cases, passed, failed, notRun }) {
  return `${name}: ${cases} cases: ${passed} passed, ${failed} failed, ${notRun} not run`;
}

/** Returns what the line of {@link printCounts} says in a suite's output, or `undefined` where there is no such line. */
export function readCounts(name, output) {
  const line = output.split("\n").find((each) => each.startsWith(`${name}: `) && each.endsWith(" not run"));
  const numbers = line?.slice(name.length).match(/\d+/g)?.map(Number);
  if (numbers === undefined) return undefined;
  const [cases, passed, failed, notRun] = numbers;
  return { cases, passed, failed, notRun };
}

/** Returns the paths of a folder's files, in order, for which `isCase` holds; paths are relative to the folder. */
export function findFiles(folder, isCase) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .filter(isCase)
    .sort();
}

/** Reads a file as a source of the readers. */
export function readSource(path) {
  return { file: path, text: readFileSync(path, "utf8") };
}

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

async function runSafely(runCase, each) {
  try {
    return await runCase(each);
  } catch (error) {
    return [`threw ${error.stack ?? error}`];
  }
}

function writeList(list, known, fixed) {
  const left = known.filter((id) => !fixed.includes(id));
  writeFileSync(list, `${JSON.stringify(left, null, 2)}\n`);
}
