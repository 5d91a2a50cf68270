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
import { appendFileSync, existsSync, readFileSync } from "node:fs";
import process from "node:process";
import { parseArgs } from "node:util";
import { gitReason } from "../packages/cli/dist/git/explain-error.js";
import { checkPair } from "./check-documents/check-pair.mjs";
import { printTable } from "./check-documents/print-table.mjs";
import { findPairs, openTexts, samplePairs } from "./check-verdicts/find-pairs.mjs";

/**
 * @import { Pair } from "./check-verdicts/find-pairs.mjs"
 * @import { Row } from "./check-documents/check-pair.mjs"
 */

const USAGE = `usage: node scripts/check-documents.mjs CLONE [--pairs 1000] [--seed N] [--shard I/N] [--out FILE]
       node scripts/check-documents.mjs --summary FILE...`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    pairs: { type: "string", default: "1000" },
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

const rows = values.summary
  ? positionals.flatMap(readRows)
  : await check(/** @type {string} */ (positionals[0]));
if (values.summary) for (const row of rows) report(row);
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
  const chosen = samplePairs(all, Number(values.pairs), seed);
  const own = chosen.filter((_, index) => index % shards === shard - 1);
  console.log(`${own.length} of ${all.length} pairs, seed ${seed}, shard ${shard}/${shards}`);
  const known = values.out !== undefined && existsSync(values.out) ? readRows(values.out) : [];
  const done = new Map(known.map((row) => [keyOf(row), row]));
  const left = own.filter((pair) => !done.has(keyOf(pair)));
  const texts = openTexts(repository);
  const start = performance.now();
  for (const pair of left) {
    const row = await checkPair(pair, texts, seed);
    done.set(keyOf(row), row);
    report(row);
    if (values.out !== undefined) appendFileSync(values.out, `${JSON.stringify(row)}\n`);
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
function report({ service, commit, disagreements, claims }) {
  const name = `${service} ${commit.slice(0, 12)}`;
  for (const { kind, message, place, why, document } of disagreements)
    console.log(`${name} ${kind}: ${message} ${place}: ${why}\n    ${document.replaceAll("\n", "\n    ")}`);
  for (const [rule, { missed }] of Object.entries(claims))
    for (const one of missed) console.log(`${name} not shown: ${rule}: ${one}`);
}
