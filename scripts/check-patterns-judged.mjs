// Compares what texts every pattern took and takes that changed in the history of botocore's models, and prints how many
// take the same ones, more, fewer, others, and how many are not decided, with the time that all comparisons take.
//
//   node scripts/check-patterns-judged.mjs GIT_DIR [--print]
//
// GIT_DIR is a clone of boto/botocore, bare or not; build first. A pattern is compared together with its shape's @length,
// before and after. `--print` prints each comparison as a line of JSON. The exit code is 1 where fewer than 95 in 100
// different pairs are decided.
import process from "node:process";
import { parseArgs } from "node:util";
import { readBotocorePair } from "../packages/botocore/dist/index.js";
import { lengthBounds, nearestDouble, stringTrait } from "../packages/model/dist/index.js";
import { compareTexts } from "../packages/patterns/dist/index.js";
import { findPairs, openTexts } from "./check-verdicts/find-pairs.mjs";

/**
 * @import { Model, Shape } from "@shapelog/model"
 * @import { TextLimits } from "@shapelog/patterns"
 * @typedef {{ readonly before: TextLimits, readonly after: TextLimits, readonly shape: string, times: number }} Changed
 */

const LEAST_DECIDED = 0.95;
const MILESTONE = 1000;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { print: { type: "boolean", default: false } },
});
const [gitDir] = positionals;
if (!gitDir) {
  console.error("usage: node scripts/check-patterns-judged.mjs GIT_DIR [--print]");
  process.exit(2);
}

/** @type {Map<string, Changed>} */
const all = new Map();
await readAll(gitDir);
console.log(`${[...all.values()].reduce((sum, { times }) => sum + times, 0)} shapes whose pattern changed`);

/** @type {Map<string, { pairs: number, times: number }>} */
const counts = new Map();
let slowest = { time: 0, shape: "" };
const start = performance.now();
for (const { before, after, shape, times } of all.values()) {
  const from = performance.now();
  const { byPatterns, steps } = compareTexts(before, after);
  const time = performance.now() - from;
  if (time > slowest.time) slowest = { time, shape };
  const count = counts.get(byPatterns.relation) ?? { pairs: 0, times: 0 };
  counts.set(byPatterns.relation, { pairs: count.pairs + 1, times: count.times + times });
  if (values.print)
    console.log(JSON.stringify({ ...byPatterns, before, after, shape, times, steps, ms: Math.round(time) }));
}
const seconds = (performance.now() - start) / 1000;

console.table(Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1))));
const share = 1 - (counts.get("undecided")?.pairs ?? 0) / all.size;
console.log(`${all.size} different pairs, ${(share * 100).toFixed(1)} in 100 of them decided`);
console.log(`${seconds.toFixed(1)} s, the slowest ${slowest.time.toFixed(0)} ms: ${slowest.shape}`);
process.exitCode = share >= LEAST_DECIDED ? 0 : 1;

/**
 * Adds every pattern that changed.
 * @param {string} repository
 */
async function readAll(repository) {
  const pairs = await findPairs(repository);
  const texts = openTexts(repository);
  for (const [index, { path, before, after }] of pairs.entries()) {
    if (index % MILESTONE === 0) console.error(`${index} of ${pairs.length} revisions`);
    const [old, now] = [await texts.read(before), await texts.read(after)];
    if (listPatterns(old) === listPatterns(now)) continue;
    const read = readBotocorePair({ before: { file: path, text: old }, after: { file: path, text: now } });
    addChanged(read.before.model, read.after.model);
  }
  texts.close();
}

/** @param {string} text */
function listPatterns(text) {
  return (text.match(/"pattern"\s*:\s*"(?:[^"\\]|\\.)*"/g) ?? []).join();
}

/**
 * @param {Model} old
 * @param {Model} now
 */
function addChanged(old, now) {
  for (const [id, shape] of now.shapes) {
    const earlier = old.shapes.get(id);
    const patterns = [earlier, shape].map((each) => each && stringTrait(each, "pattern"));
    if (!earlier || patterns[0] === undefined || patterns[1] === undefined || patterns[0] === patterns[1])
      continue;
    const [before, after] = [earlier, shape].map((each, index) => {
      return { patterns: [patterns[index] ?? ""], length: lengthOf(each) };
    });
    if (!before || !after) continue;
    const key = JSON.stringify([before, after]);
    const known = all.get(key) ?? { before, after, shape: id, times: 0 };
    all.set(key, { ...known, times: known.times + 1 });
  }
}

/** @param {Shape} shape */
function lengthOf(shape) {
  const { min, max } = lengthBounds(shape);
  return {
    ...(min === undefined ? {} : { min: nearestDouble(min) }),
    ...(max === undefined ? {} : { max: nearestDouble(max) }),
  };
}
