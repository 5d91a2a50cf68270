// Judges witnesses by types that others wrote. Takes pairs of revisions of AWS models at random of which a program shows a
// finding: it compiles against the types that we emit of the older model, and not against those of the newer one. Finds the
// releases of the service's client in AWS's SDK between which the change came, and compiles the same program against the
// types of both. Prints for each rule how often these agree, and both texts where they do not.
//
//   node scripts/check-sdk-types.mjs CLONE --cache DIR [--pairs 80] [--seed N] [--since DAY] [--service NAME]
//     [--only PATTERN]
//
// CLONE is a clone of boto/botocore, bare or not; PATTERN is one of rules' names. Clients are fetched from npm and kept in
// DIR without their comments: a run that was ended goes on with what is there. Exits with 1 where types disagree.
import { mkdirSync } from "node:fs";
import process from "node:process";
import { parseArgs } from "node:util";
import { gitReason } from "../packages/cli/dist/git/explain-error.js";
import { judgePair } from "./check-sdk-types/judge-pair.mjs";
import { printTable } from "./check-sdk-types/print-table.mjs";
import { findPairs, openTexts, samplePairs } from "./check-verdicts/find-pairs.mjs";

/** @import { Row } from "./check-sdk-types/judge-pair.mjs" */

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    cache: { type: "string" },
    pairs: { type: "string", default: "80" },
    seed: { type: "string", default: "1" },
    service: { type: "string" },
    only: { type: "string", default: "" },
    since: { type: "string", default: "2020-12-15" }, // the first version with types
  },
});
const [repository] = positionals;
const { cache } = values;
if (!repository || !cache) {
  console.error(
    "usage: node scripts/check-sdk-types.mjs CLONE --cache DIR [--pairs 80] [--seed N] [--since DAY] [--service NAME] [--only PATTERN]",
  );
  process.exit(2);
}
/** Most of the time goes into waiting for npm. */
const AT_ONCE = 4;
/** So many pairs of a service are judged, or those that change most often would crowd the others out. */
const MOST_OF_SERVICE = 2;

mkdirSync(cache, { recursive: true });
const all = await findPairs(repository).catch((error) => {
  console.error(`${repository}: ${gitReason(error)}`);
  process.exit(2);
});
const chosen = all.filter(
  ({ service, date }) => date > values.since && (values.service === undefined || service === values.service),
);
const queue = samplePairs(chosen, chosen.length, Number(values.seed));
const only = new RegExp(values.only);
const wanted = Number(values.pairs);
const texts = openTexts(repository);
/** @type {Row[]} */
const rows = [];
let judged = 0;
let looked = 0;
let unreleased = 0;
await Promise.all(Array.from({ length: AT_ONCE }, work));
texts.close();
console.log(printTable(rows));
console.log(
  `${judged} pairs judged, of ${rows.length} with a program and ${looked} that were looked at, ` +
    `${unreleased} of them without releases around that day; seed ${values.seed}`,
);
if (rows.some(({ verdicts }) => verdicts.some(({ status }) => status === "disagree"))) process.exitCode = 1;

async function work() {
  for (let pair = queue.shift(); pair && judged < wanted; pair = queue.shift()) {
    if (rows.filter((row) => isJudged(row) && row.pair.service === pair.service).length >= MOST_OF_SERVICE)
      continue;
    looked++;
    const row = await judgePair(pair, { texts, cache: String(cache), only });
    if (row === "no releases") unreleased++;
    if (!row || row === "no releases") continue;
    rows.push(row);
    if (isJudged(row)) judged++;
    report(row);
    if (rows.length % 10 === 0) console.error(`${judged} of ${wanted} pairs, ${looked} looked at`);
  }
}

/** @param {Row} row */
function isJudged({ verdicts }) {
  return verdicts.some(({ status }) => status !== "not applicable");
}

/** @param {Row} row */
function report({ pair, client, versions, verdicts }) {
  for (const { rule, status, why, program = "", said = [] } of verdicts) {
    if (status === "agree") continue;
    console.log(
      `${pair.service} ${pair.commit.slice(0, 12)} ${client} ${versions} ${rule}: ${status}: ${why}`,
    );
    const lines = [...program.trim().split("\n"), ...said];
    if (status === "disagree") for (const line of lines) console.log(`    ${line}`);
  }
}
