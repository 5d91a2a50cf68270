// Checks that nothing that changed goes missing. Takes revisions of AWS models at random, compares the two files of each
// leaf by leaf, and looks for what Shapelog tells of every difference: a change, and a finding that explains the change.
//
//   node scripts/check-missing.mjs CLONE [--revisions 25] [--seed N] [--service NAME] [--examples 20]
//
// CLONE is a clone of boto/botocore, bare or not. Exits with 1 where something is missing.
import process from "node:process";
import { parseArgs } from "node:util";
import { readBotocore } from "../packages/botocore/dist/index.js";
import { diffModels } from "../packages/changes/dist/index.js";
import { gitReason } from "../packages/cli/dist/git/explain-error.js";
import { judge } from "../packages/diff/dist/index.js";
import { findServices, printJson } from "../packages/model/dist/index.js";
import { compareFiles } from "./check-missing/compare-files.mjs";
import { findChanges, indexChanges } from "./check-missing/find-changes.mjs";
import { sayWhySame } from "./check-missing/same-in-other-words.mjs";
import { findPairs, openTexts, samplePairs } from "./check-verdicts/find-pairs.mjs";

/**
 * @import { Change } from "@shapelog/changes"
 * @import { Pair } from "./check-verdicts/find-pairs.mjs"
 */

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    revisions: { type: "string", default: "25" },
    seed: { type: "string" },
    service: { type: "string" },
    examples: { type: "string", default: "20" },
  },
});
const [repository] = positionals;
if (!repository) {
  console.error(
    "usage: node scripts/check-missing.mjs CLONE [--revisions 25] [--seed N] [--service NAME] [--examples 20]",
  );
  process.exit(2);
}
const seed = Number(values.seed ?? Math.floor(Math.random() * 1e9));
const all = await findPairs(repository).catch((error) => {
  console.error(`${repository}: ${gitReason(error)}`);
  process.exit(2);
});
const chosen = all.filter(({ service }) => values.service === undefined || service === values.service);
const pairs = samplePairs(chosen, Number(values.revisions), seed);
const texts = openTexts(repository);
const total = { differences: 0, changes: 0, same: 0, missing: 0 };
/** @type {Map<string, number>} */
const shown = new Map();
for (const pair of pairs) await checkPair(pair);
texts.close();
console.log(
  `${pairs.length} of ${all.length} revisions, ${total.differences} differences, ${total.same} of them the same in other ` +
    `words, ${total.changes} changes, ${total.missing} missing, seed ${seed}`,
);
if (total.missing > 0) process.exitCode = 1;

/** @param {Pair} pair */
async function checkPair(pair) {
  const [oldText, newText] = [await texts.read(pair.before), await texts.read(pair.after)];
  const [before, after] = [oldText, newText].map((text) => readBotocore({ file: pair.path, text }).model);
  if (!before || !after) return;
  const files = { old: JSON.parse(oldText), now: JSON.parse(newText) };
  const changes = diffModels(before, after);
  const told = new Set(judge(changes, { before, after }).flatMap((finding) => finding.changes.map(keyOf)));
  for (const change of changes) {
    if (!told.has(keyOf(change))) report(pair, `untold change ${change.kind}`, keyOf(change));
  }
  const byShape = indexChanges(changes);
  const services = [before, after].flatMap((model) =>
    findServices(model).map(({ id }) => id.slice(id.indexOf("#") + 1)),
  );
  total.changes += changes.length;
  for (const difference of compareFiles(files.old, files.now)) {
    total.differences++;
    const found = findChanges(difference, byShape, [...new Set(services)]);
    if (found.length > 0) continue;
    if (sayWhySame(difference, files) !== undefined) total.same++;
    else
      report(
        pair,
        kindOf(difference.path),
        `${JSON.stringify(difference.old)} → ${JSON.stringify(difference.now)} at ${difference.path.join("/")}`,
      );
  }
}

/** @param {Change} change */
function keyOf(change) {
  return printJson({ ...change, index: 0 });
}

/** @param {readonly string[]} path */
function kindOf(path) {
  const [section = ""] = path;
  return section === "metadata"
    ? path.join("/")
    : `${section} ${path
        .slice(2)
        .filter((_, at) => at !== 1)
        .join("/")}`;
}

/**
 * @param {Pair} pair
 * @param {string} kind
 * @param {string} text
 */
function report(pair, kind, text) {
  total.missing++;
  const times = (shown.get(kind) ?? 0) + 1;
  shown.set(kind, times);
  if (times <= Number(values.examples))
    console.log(`${pair.path} ${pair.commit.slice(0, 12)}: ${kind}: ${text.slice(0, 300)}`);
}
