import { createRandom } from "../../random.mjs";
import { CASES } from "./cases.mjs";
import { createStrings } from "./hostile-strings.mjs";
import { withWorkspace } from "./workspace.mjs";

/** @typedef {typeof import("@shapelog/cli").run} Run */
/** @import { Case } from "./cases.mjs" */
/** @import { Hostile } from "./hostile-strings.mjs" */

/** @typedef {{ readonly name: string, readonly kind: string, readonly problem: string, readonly strings: readonly string[] }} Failure */
/** @typedef {{ readonly run: Run, readonly seed: number, readonly count: number, readonly batch: number, readonly all?: boolean, readonly onProblem?: (text: string) => void }} AttackOptions */

/** Cases that take seconds, or take but a few of the strings, are tried with one in so many batches. */
const SLOW = new Map([
  ["record, build, check", 8],
  ["site", 8],
  ["history", 8],
  ["upgrade", 4],
  ["the binary", 16],
  ["configuration", 6],
]);
/** The others take turns: each batch is for a fifth of them. */
const TURNS = 5;
/** So many failures of a case are looked into. */
const REPRODUCED = 3;
/** So often a case is tried again to find the strings that it needs. */
const ATTEMPTS = 60;

/**
 * Tries strings in batches, and returns how many of each class were tried and what failed. With `all` each batch is
 * tried in every case.
 * @param {AttackOptions} options
 */
export async function attack({ run, seed, count, batch, all = false, onProblem }) {
  const random = createRandom(seed);
  /** @type {Map<string, number>} */
  const tried = new Map();
  /** @type {Failure[]} */
  const failures = [];
  for (let from = 0, index = 0; from < count; from += batch, index++) {
    const strings = createStrings(random, Math.min(batch, count - from));
    for (const { kind } of strings) tried.set(kind, (tried.get(kind) ?? 0) + 1);
    for (const [place, each] of CASES.entries()) {
      const known = failures.filter(({ name }) => name === each.name).length;
      if (known >= REPRODUCED || (!all && (index + place) % (SLOW.get(each.name) ?? TURNS) !== 0)) continue;
      const problem = await tryCase(run, each, strings);
      if (problem === undefined) continue;
      onProblem?.(`${each.name}: ${problem}`);
      failures.push(await reproduce(run, each, { strings, problem }));
    }
  }
  return { tried, failures };
}

/**
 * @param {Run} run
 * @param {Case} given
 * @param {readonly Hostile[]} strings
 * @returns {Promise<string | undefined>}
 */
async function tryCase(run, { check }, strings) {
  try {
    return await withWorkspace({ run, strings }, check);
  } catch (error) {
    return `threw ${error instanceof Error ? error.stack?.slice(0, 500) : error}`;
  }
}

/**
 * Returns a failure with as few of the strings as it needs.
 * @param {Run} run
 * @param {Case} given
 * @param {{ readonly strings: readonly Hostile[], readonly problem: string }} found
 * @returns {Promise<Failure>}
 */
async function reproduce(run, given, found) {
  let { strings, problem } = found;
  let attempts = 0;
  for (let size = Math.ceil(strings.length / 2); strings.length > 1 && size > 0; ) {
    let isSmaller = false;
    for (let from = 0; from < strings.length && !isSmaller && attempts < ATTEMPTS; from += size) {
      attempts++;
      const without = [...strings.slice(0, from), ...strings.slice(from + size)];
      const still = without.length === 0 ? undefined : await tryCase(run, given, without);
      if (still === undefined) continue;
      strings = without;
      problem = still;
      isSmaller = true;
    }
    if (!isSmaller) size = size === 1 ? 0 : Math.ceil(size / 2);
    size = Math.min(size, Math.ceil(strings.length / 2));
  }
  const kind = [...new Set(strings.map((each) => each.kind))].join(", ");
  return { name: given.name, kind, problem, strings: strings.map(({ text }) => text) };
}
