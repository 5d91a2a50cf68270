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
import { appendFileSync, existsSync, readFileSync } from "node:fs";
import process from "node:process";
import { parseArgs } from "node:util";
import { gitReason } from "../packages/cli/dist/git/explain-error.js";
import { findPairs, openTexts, samplePairs } from "./check-verdicts/find-pairs.mjs";
import { makeRows } from "./check-witnesses/make-rows.mjs";
import { printTable } from "./check-witnesses/print-table.mjs";

/**
 * @import { Pair } from "./check-verdicts/find-pairs.mjs"
 * @import { Row } from "./check-witnesses/make-rows.mjs"
 */

const USAGE = `usage: node scripts/check-witnesses.mjs CLONE [--pairs N] [--seed N] [--shard I/N] [--out FILE]
       node scripts/check-witnesses.mjs --summary FILE...`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    pairs: { type: "string" },
    seed: { type: "string" },
    shard: { type: "string", default: "1/1" },
    out: { type: "string" },
    summary: { type: "boolean", default: false },
  },
});
const [shard = 1, shards = 1] = values.shard.split("/").map(Number);
if (positionals.length === 0 || !(shard >= 1 && shard <= shards)) {
  console.error(USAGE);
  process.exit(2);
}

/** How many pairs are compiled at once. */
const CHUNK = 10;

const rows = values.summary
  ? positionals.flatMap(readRows)
  : await check(/** @type {string} */ (positionals[0]));
const { text, isClean } = printTable(rows);
console.log(text);
if (!isClean) process.exitCode = 1;

/** @param {string} repository */
async function check(repository) {
  const seed = Number(values.seed ?? Math.floor(Math.random() * 1e9));
  const all = await findPairs(repository).catch((error) => {
    console.error(`${repository}: ${gitReason(error)}`);
    process.exit(2);
  });
  const chosen = values.pairs === undefined ? all : samplePairs(all, Number(values.pairs), seed);
  const own = chosen.filter((_, index) => index % shards === shard - 1);
  console.log(`${own.length} of ${all.length} pairs, seed ${seed}, shard ${shard}/${shards}`);
  const known = values.out !== undefined && existsSync(values.out) ? readRows(values.out) : [];
  const done = new Map(known.map((row) => [keyOf(row), row]));
  const left = own.filter((pair) => !done.has(keyOf(pair)));
  const texts = openTexts(repository);
  const start = performance.now();
  for (let index = 0; index < left.length; index += CHUNK) {
    const made = await makeRows(left.slice(index, index + CHUNK), texts);
    for (const row of made) {
      done.set(keyOf(row), row);
      report(row);
    }
    if (values.out !== undefined)
      appendFileSync(values.out, made.map((row) => `${JSON.stringify(row)}\n`).join(""));
  }
  texts.close();
  const seconds = (performance.now() - start) / 1000;
  if (left.length > 0) console.log(`${seconds.toFixed(0)} s, ${(seconds / left.length).toFixed(2)} s a pair`);
  return own.flatMap((pair) => done.get(keyOf(pair)) ?? []);
}

/** @param {Pair | Row} pair */
function keyOf({ path, before, after }) {
  return `${path} ${before} ${after}`;
}

/**
 * Returns the rows of a file. A row that was being written when a run ended is left out.
 * @param {string} file
 * @returns {Row[]}
 */
function readRows(file) {
  return readFileSync(file, "utf8")
    .split("\n")
    .flatMap((line) => {
      try {
        return line === "" ? [] : [JSON.parse(line)];
      } catch {
        return [];
      }
    });
}

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
