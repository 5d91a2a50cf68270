// Checks that nothing that changed goes missing. Takes revisions of AWS models at random, compares the two files of each
// leaf by leaf, and looks for what Shapelog tells of every difference: a change, and a finding that explains the change.
//
//   node scripts/check-missing.mjs CLONE [--revisions 25] [--seed N] [--service NAME] [--shard I/N] [--examples 20]
//
// CLONE is a clone of boto/botocore, bare or not. Exits with 1 where something is missing.
import process from "node:process";
import { parseArgs } from "node:util";
import { gitReason } from "../packages/cli/dist/git/explain-error.js";
import { findMissing } from "./check-missing/find-missing.mjs";
import { findPairs, openTexts, samplePairs } from "./check-verdicts/find-pairs.mjs";
import { takeShard } from "./check-weights/take-shard.mjs";

/**
 * @import { Pair } from "./check-verdicts/find-pairs.mjs"
 */

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    revisions: { type: "string", default: "25" },
    seed: { type: "string" },
    service: { type: "string" },
    shard: { type: "string", default: "1/1" },
    examples: { type: "string", default: "20" },
  },
});
const [repository] = positionals;
if (!repository) {
  console.error(
    "usage: node scripts/check-missing.mjs CLONE [--revisions 25] [--seed N] [--service NAME] [--shard I/N] [--examples 20]",
  );
  process.exit(2);
}
const seed = Number(values.seed ?? Math.floor(Math.random() * 1e9));
const all = await findPairs(repository).catch((error) => {
  console.error(`${repository}: ${gitReason(error)}`);
  process.exit(2);
});
const chosen = all.filter(({ service }) => values.service === undefined || service === values.service);
const pairs = takeShard(samplePairs(chosen, Number(values.revisions), seed), values.shard);
const texts = openTexts(repository);
const total = { differences: 0, changes: 0, missing: 0 };
/** @type {Map<string, number>} */
const whys = new Map();
/** @type {Map<string, number>} */
const shown = new Map();
for (const pair of pairs) await checkPair(pair);
texts.close();
for (const [why, times] of [...whys].sort()) console.log(`the same in other words: ${times}: ${why}`);
console.log(
  `${pairs.length} of ${all.length} revisions, ${total.differences} differences, ${total.changes} changes, ` +
    `${total.missing} missing, seed ${seed}`,
);
if (total.missing > 0) process.exitCode = 1;

/** @param {Pair} pair */
async function checkPair(pair) {
  const [old, now] = [await texts.read(pair.before), await texts.read(pair.after)];
  const { differences, changes, same, missing } = findMissing({ path: pair.path, old, now });
  total.differences += differences;
  total.changes += changes;
  total.missing += missing.length;
  for (const [why, times] of same) whys.set(why, (whys.get(why) ?? 0) + times);
  for (const { kind, text } of missing) {
    const times = (shown.get(kind) ?? 0) + 1;
    shown.set(kind, times);
    if (times > Number(values.examples)) continue;
    console.log(`${pair.path} ${pair.commit.slice(0, 12)}: ${kind}: ${text.slice(0, 300)}`);
  }
}
