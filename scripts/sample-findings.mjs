// Prints findings drawn at random over the history of botocore's models, as a user sees them, each with the commit, the blobs
// of both sides, and what the two files themselves say on the way to its place, so that someone can read whether it is right.
//
//   node scripts/sample-findings.mjs CLONE [--verdict breaking|check|safe|notice] [--count 100] [--pairs 800] [--seed N]
//     [--per-pair 4] [--per-rule 15]
//
// CLONE is a clone of boto/botocore, bare or not; build first. Draws pairs of revisions, judges these, and takes findings of
// the verdict in random order, at most so many of one pair and of one rule.
import process from "node:process";
import { parseArgs } from "node:util";
import { VERDICTS } from "@shapelog/diff";
import { findPairs, openTexts, samplePairs } from "./check-verdicts/find-pairs.mjs";
import { createRandom } from "./random.mjs";
import { printFound } from "./sample-findings/print-found.mjs";
import { readBothSides } from "./sample-findings/read-both-sides.mjs";

/**
 * @import { Finding } from "@shapelog/diff"
 * @import { BothSides } from "./sample-findings/read-both-sides.mjs"
 * @typedef {{ readonly sides: BothSides, readonly finding: Finding }} Found
 */

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    verdict: { type: "string", default: "breaking" },
    count: { type: "string", default: "100" },
    pairs: { type: "string", default: "800" },
    seed: { type: "string", default: String(Date.now() % 1_000_000) },
    "per-pair": { type: "string", default: "4" },
    "per-rule": { type: "string", default: "15" },
  },
});
const [repository] = positionals;
const verdict = VERDICTS.find((each) => each === values.verdict?.toLowerCase());
if (!repository || !verdict) {
  console.error(
    "usage: node scripts/sample-findings.mjs CLONE [--verdict breaking|check|safe|notice] [--count 100] [--seed N]",
  );
  process.exit(2);
}

const seed = Number(values.seed);
const pairs = samplePairs(await findPairs(repository), Number(values.pairs), seed);
const random = createRandom(seed);
/** @type {{ found: Found, key: number }[]} */
const pool = [];
const texts = openTexts(repository);
for (const [index, pair] of pairs.entries()) {
  if (index % 100 === 0) console.error(`${index} of ${pairs.length} pairs`);
  const sides = await readBothSides(repository, pair, texts);
  const fitting = sides.comparison.findings.filter((finding) => finding.verdict === verdict);
  const keyed = fitting.map((finding) => ({ found: { sides, finding }, key: random() }));
  pool.push(...keyed.sort((a, b) => a.key - b.key).slice(0, Number(values["per-pair"])));
}
texts.close();

const drawn = draw();
for (const [index, { sides, finding }] of drawn.entries()) {
  console.log(`\n##### ${index + 1}. ${finding.rule}`);
  console.log(printFound(sides, finding));
}
console.log(`\n${drawn.length} of ${pool.length} findings in ${pairs.length} pairs, --seed ${seed}`);

/** Takes findings in random order, few enough of each rule. */
function draw() {
  /** @type {Map<string, number>} */
  const taken = new Map();
  const sorted = pool.sort((a, b) => a.key - b.key).map(({ found }) => found);
  const fitting = sorted.filter(({ finding: { rule } }) => {
    const times = taken.get(rule) ?? 0;
    taken.set(rule, times + 1);
    return times < Number(values["per-rule"]);
  });
  return fitting.slice(0, Number(values.count));
}
