// Checks the `wire` verdicts against documents. Takes pairs of revisions of AWS models at random, makes documents from the
// JSON Schemas that are emitted of each side, without asking findings what to try, and lets both sides judge them: by our
// validators and by another one, which have to agree. What callers could send and is refused now has to be told as Breaking
// (or to check) at that place, and what readers did not expect as Breaking or to check. Prints what is not, and the
// findings that no document shows, which is no failure: documents are bounded.
//
//   node scripts/check-documents.mjs CLONE [--pairs 1000] [--seed N] [--shard I/N] [--out FILE]
//   node scripts/check-documents.mjs --summary FILE...
//
// CLONE is a clone of boto/botocore, bare or not. FILE has a row for each pair; pairs that are there are not judged again,
// so that a run can be ended and gone on with (with its seed), and the files of shards are summed up together. Exits with 1
// where something is not told of, or where the validators disagree.
import process from "node:process";
import { checkPair } from "./check-documents/check-pair.mjs";
import { printTable } from "./check-documents/print-table.mjs";
import { resumeRows } from "./check-verdicts/resume-rows.mjs";

/** @import { Row } from "./check-documents/check-pair.mjs" */

const USAGE = `usage: node scripts/check-documents.mjs CLONE [--pairs 1000] [--seed N] [--shard I/N] [--out FILE]
       node scripts/check-documents.mjs --summary FILE...`;

const { rows, isSummary } = await resumeRows({
  usage: USAGE,
  pairs: "1000",
  atOnce: 1,
  make: (pairs, texts, seed) => Promise.all(pairs.map((pair) => checkPair(pair, texts, seed))),
  report,
});
if (isSummary) for (const row of rows) report(row);
const { text, isClean } = printTable(rows);
console.log(text);
if (!isClean) process.exitCode = 1;

/** @param {Row} row */
function report({ service, commit, disagreements, claims }) {
  const name = `${service} ${commit.slice(0, 12)}`;
  for (const { kind, message, place, why, document } of disagreements)
    console.log(`${name} ${kind}: ${message} ${place}: ${why}\n    ${document.replaceAll("\n", "\n    ")}`);
  for (const [rule, { missed }] of Object.entries(claims))
    for (const one of missed) console.log(`${name} not shown: ${rule}: ${one}`);
}
