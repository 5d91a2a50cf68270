// Prints facts of what broke, drawn at random from a folder that `shapelog history` wrote, with the vendor's notes, so that
// someone can read whether the notes name them.
//
//   node scripts/sample-told.mjs OUT [--told unnamed|placeholder|none|named] [--size N] [--seed N]
//
// Draws 60 that the notes are said not to name unless told otherwise. Build first: `npm run build`.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";
import { printable } from "@shapelog/diagnostics";
import { findFacts } from "@shapelog/history";
import { createRandom } from "./random.mjs";

/**
 * @import { BrokenFact, HistoryRow } from "@shapelog/history"
 * @typedef {{ readonly row: HistoryRow, readonly fact: BrokenFact }} Drawn
 */

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    told: { type: "string", default: "unnamed" },
    size: { type: "string", default: "60" },
    seed: { type: "string", default: String(Date.now() % 1_000_000) },
  },
});
const [out] = positionals;
if (!out) {
  console.error(
    "usage: node scripts/sample-told.mjs OUT [--told unnamed|placeholder|none|named] [--size N] [--seed N]",
  );
  process.exit(2);
}

const all = readdirSync(join(out, "ledgers"))
  .sort()
  .flatMap((file) => readFacts(join(out, "ledgers", file)));
const random = createRandom(Number(values.seed));
const drawn = all
  .map((each) => ({ ...each, key: random() }))
  .sort((a, b) => a.key - b.key)
  .slice(0, Number(values.size));
for (const [index, { row, fact }] of drawn.entries()) {
  const { rule, message } = fact.findings[0];
  const operations = fact.operations.slice(0, 4).join(", ");
  console.log(printable(`${index + 1}. ${row.service} ${row.id} ${rule} ${message} [${operations}]`));
  console.log(printable(`   ${(row.vendor?.text ?? "").replaceAll("\n", " ")}`));
}
console.log(`${drawn.length} of ${all.length} facts, --told ${values.told} --seed ${values.seed}`);

/**
 * @param {string} path
 * @returns {Drawn[]}
 */
function readFacts(path) {
  const lines = readFileSync(path, "utf8").split("\n");
  return lines.flatMap((line) => {
    if (line === "") return [];
    /** @type {HistoryRow} */
    const row = JSON.parse(line);
    return findFacts(row).flatMap((fact) => (fact.told === values.told ? [{ row, fact }] : []));
  });
}
