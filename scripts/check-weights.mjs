// Checks that what breaks keeps its weight. Takes pairs of revisions of AWS models, looks in the raw files, with detectors
// that know nothing of Shapelog's models and rules, for what became narrower or left, and at what is told there. Prints for
// each detector how many facts are told as what; those that are told too low, or not at all, with examples; and in which
// pairs the facts were found.
//
//   node scripts/check-weights.mjs CLONE [--sample N] [--seed N] [--shard I/N] [--only DETECTOR] [--service NAME] [--examples 5]
//
// CLONE is a clone of boto/botocore, bare or not. Exits with 1 where a fact is told too low or not told.
import process from "node:process";
import { parseArgs } from "node:util";
import { readBotocore } from "../packages/botocore/dist/index.js";
import { diffModels } from "../packages/changes/dist/index.js";
import { gitReason } from "../packages/cli/dist/git/explain-error.js";
import { judge } from "../packages/diff/dist/index.js";
import { openTexts, samplePairs } from "./check-verdicts/find-pairs.mjs";
import { detectFacts } from "./check-weights/detect-facts.mjs";
import { findHistory } from "./check-weights/find-history.mjs";
import { findTold, groupByOperation } from "./check-weights/find-told.mjs";
import { parseModel } from "./check-weights/raw-models.mjs";
import { takeShard } from "./check-weights/take-shard.mjs";
import { createTally } from "./check-weights/tally.mjs";

/**
 * @import { HistoryPair } from "./check-weights/find-history.mjs"
 */

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sample: { type: "string" },
    seed: { type: "string", default: "1" },
    shard: { type: "string", default: "1/1" },
    only: { type: "string" },
    service: { type: "string" },
    examples: { type: "string", default: "5" },
  },
});
const [repository] = positionals;
if (!repository) {
  console.error(
    "usage: node scripts/check-weights.mjs CLONE [--sample N] [--seed N] [--shard I/N] [--only DETECTOR] [--service NAME] [--examples 5]",
  );
  process.exit(2);
}
const start = performance.now();
const all = await findHistory(repository).catch((error) => {
  console.error(`${repository}: ${gitReason(error)}`);
  process.exit(2);
});
const chosen = all.filter(({ service }) => values.service === undefined || service === values.service);
const pairs = takeShard(
  values.sample ? samplePairs(chosen, Number(values.sample), Number(values.seed)) : chosen,
  values.shard,
);
const texts = openTexts(repository);
const tally = createTally({ examples: Number(values.examples) });
/** @type {Map<string, Side>} */
const sides = new Map();
for (const [at, pair] of pairs.entries()) {
  await checkPair(pair);
  if (at % 500 === 499) console.error(`${at + 1} of ${pairs.length} pairs`);
}
texts.close();
tally.print();
const seconds = ((performance.now() - start) / 1000).toFixed(0);
console.log(`${pairs.length} of ${all.length} pairs, shard ${values.shard}, ${seconds} s`);
if (tally.isWrong()) process.exitCode = 1;

/**
 * @typedef {object} Side
 * @property {ReturnType<typeof parseModel>} raw
 * @property {() => ReturnType<typeof readBotocore>["model"]} read
 */

/** @param {HistoryPair} pair */
async function checkPair(pair) {
  const [old, now] = [await openSide(pair, pair.before), await openSide(pair, pair.after)];
  sides.clear();
  sides.set(pair.after, now);
  const facts = [...detectFacts({ old: old.raw, now: now.raw })].filter(
    ({ detector }) => values.only === undefined || detector === values.only,
  );
  if (facts.length === 0) return;
  const models = { before: old.read(), after: now.read() };
  const findings = groupByOperation(judge(diffModels(models.before, models.after), models));
  for (const fact of facts) tally.add(pair, fact, findTold(fact, findings));
}

/**
 * @param {HistoryPair} pair
 * @param {string} blob
 * @returns {Promise<Side>}
 */
async function openSide({ path }, blob) {
  const known = sides.get(blob);
  if (known) return known;
  const text = await texts.read(blob);
  return { raw: parseModel(text), read: () => readBotocore({ file: path, text }).model };
}
