// Makes a witness for every finding of pairs of revisions of AWS models: a program that compiles against the old types and
// not against the new ones, or a document that one side's validator takes and the other refuses. Prints what could not be
// confirmed, and how many findings of each rule were. Each document is judged by another JSON Schema validator, too, on the
// schemas that are emitted of both sides.
//
//   node scripts/check-witnesses.mjs CLONE [--pairs N] [--seed N] [--shard I/N] [--out FILE]
//   node scripts/check-witnesses.mjs --summary FILE...
//
// CLONE is a clone of boto/botocore, bare or not. Without --pairs all pairs are taken. FILE has a row for each pair; pairs
// that are there are not made again, so that a run can be ended and gone on with, and the files of shards are summed up
// together. Exits with 1 where a finding is not confirmed, or where the validators disagree.
import process from "node:process";
import { resumeRows } from "./check-verdicts/resume-rows.mjs";
import { makeRows } from "./check-witnesses/make-rows.mjs";
import { printTable } from "./check-witnesses/print-table.mjs";

/** @import { Row } from "./check-witnesses/make-rows.mjs" */

const USAGE = `usage: node scripts/check-witnesses.mjs CLONE [--pairs N] [--seed N] [--shard I/N] [--out FILE]
       node scripts/check-witnesses.mjs --summary FILE...`;

/** Ten pairs are compiled at once. */
const { rows } = await resumeRows({
  usage: USAGE,
  atOnce: 10,
  make: (pairs, texts) => makeRows(pairs, texts),
  report,
});
const { text, isClean } = printTable(rows);
console.log(text);
if (!isClean) process.exitCode = 1;

/** @param {Row} row */
function report({ service, commit, findings, disagreements }) {
  const name = `${service} ${commit.slice(0, 12)}`;
  for (const { status, rule, place, message, reason } of findings) {
    if (status === "unconfirmed")
      console.log(`${name} ${rule} ${place}: ${message}\n    not confirmed: ${reason}`);
  }
  for (const { rule, place, said, document } of disagreements) {
    console.log(`${name} ${rule} ${place}: ${said}\n    ${document}`);
  }
}
