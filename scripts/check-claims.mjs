// Holds the vendor's notes of a whole history against the changes that they are about, and prints what is said of notes
// that are drawn at random, so that someone can read whether it is right.
//
//   node scripts/check-claims.mjs OUT [--size N] [--seed N] [--only complaints|claims|quiet|all] [--list CODE]
//   node scripts/check-claims.mjs OUT --judged scripts/check-claims/judged.tsv
//
// The second form holds what is said against what a reader found in the notes of that file.
// OUT is a folder that `shapelog history` wrote. Build first: `npm run build`.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";
import { checkClaims, countClaims, isPlaceholder } from "@shapelog/changelog";
import { applyChanges } from "@shapelog/changes";
import { printable } from "@shapelog/diagnostics";
import { judge } from "@shapelog/diff";
import { createModel } from "@shapelog/model";
import { printJudged } from "./check-claims/print-judged.mjs";
import { createRandom } from "./random.mjs";

/**
 * @import { ToldChange } from "@shapelog/changelog"
 * @import { Diagnostic } from "@shapelog/diagnostics"
 * @import { HistoryRow } from "@shapelog/history"
 * @import { Model } from "@shapelog/model"
 * @typedef {{ readonly row: HistoryRow, readonly note: string, readonly claims: number, readonly found: readonly Diagnostic[] }} Read
 */

/**
 * Which notes are drawn: those that something is said of, those of which nothing is said though they have claims, and
 * those of which nothing is said though something broke.
 * @type {Record<string, (read: Read) => boolean>}
 */
const ONLY = {
  complaints: ({ found }) => found.length > 0,
  claims: ({ found, claims }) => found.length === 0 && claims > 0,
  quiet: ({ found, row }) => found.length === 0 && row.findings.some(({ verdict }) => verdict === "breaking"),
};

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    size: { type: "string", default: "150" },
    seed: { type: "string", default: "1" },
    only: { type: "string", default: "all" },
    list: { type: "string" },
    service: { type: "string" },
    judged: { type: "string" },
  },
});
const [out] = positionals;
if (!out) {
  console.error(
    "usage: node scripts/check-claims.mjs OUT [--size N] [--seed N] [--only complaints|claims|quiet|all] [--list CODE]",
  );
  process.exit(2);
}

/** @type {Read[]} */
const all = [];
for (const file of readdirSync(join(out, "ledgers")).sort()) {
  if (values.service && file !== `${values.service}.jsonl`) continue;
  for (const read of readNotes(join(out, "ledgers", file))) all.push(read);
}

/** @type {Map<string, number>} */
const counts = new Map();
for (const { found } of all)
  for (const code of new Set(found.map((each) => each.code))) counts.set(code, (counts.get(code) ?? 0) + 1);
const claimed = all.filter(({ claims }) => claims > 0).length;
if (values.judged) printJudged(readFileSync(values.judged, "utf8"), all);
else if (values.list) {
  for (const { row, note, found } of all)
    for (const { code, message, location } of found)
      if (code === values.list || (values.list === "rare" && !code.endsWith("untold-break"))) {
        const at = location?.offset ?? 0;
        console.log(
          printable(
            `${row.service} ${row.id} ${code}: ${message}\n    …${note.slice(Math.max(0, at - 90), at + 160).replaceAll("\n", " ")}…`,
          ),
        );
      }
} else {
  const random = createRandom(Number(values.seed));
  const drawn = all
    .filter(ONLY[values.only] ?? (() => true))
    .map((each) => ({ ...each, key: random() }))
    .sort((a, b) => a.key - b.key)
    .slice(0, Number(values.size));
  for (const [index, { row, note, found }] of drawn.entries()) {
    console.log(printable(`\n${index + 1}. ${row.service} ${row.id} ${row.source?.version ?? ""}`));
    console.log(printable(`   NOTE ${note.replaceAll("\n", " ").slice(0, 1500)}`));
    for (const finding of row.findings
      .filter(({ verdict, rule }) => verdict !== "notice" || rule.includes("deprecated"))
      .slice(0, 14))
      console.log(
        printable(`   ${finding.verdict.toUpperCase()} ${finding.rule} ${finding.message.slice(0, 200)}`),
      );
    for (const { code, message } of found) console.log(printable(`   >>> ${code}: ${message}`));
  }
}
console.log(
  `${all.length} notes with changes; ${claimed} with claims, notes by what is said of them:`,
  Object.fromEntries(counts),
);

/**
 * @param {string} path
 * @returns {Iterable<Read>}
 */
function* readNotes(path) {
  /** @type {Map<string | null, Model>} */
  const models = new Map([[null, createModel([])]]);
  for (const line of readFileSync(path, "utf8").split("\n")) {
    if (line === "") continue;
    /** @type {HistoryRow} */
    const row = JSON.parse(line);
    const before = models.get(row.parent);
    if (!before) continue;
    const applied = applyChanges(row.changes, before);
    models.set(row.id, applied.model);
    const note = row.vendor?.text ?? row.note;
    if (row.parent === null || note === undefined || isPlaceholder(note)) continue;
    if (row.findings.every(({ rule }) => rule.startsWith("documentation."))) continue;
    const findings = judge(row.changes, { before, after: applied.model });
    const bumps = new Set(findings.map(({ bump }) => bump));
    const bump = bumps.has("major") ? "major" : bumps.has("minor") ? "minor" : "patch";
    /** @type {readonly ToldChange[]} */
    const told = [{ before, after: applied.model, changes: row.changes, findings, bump }];
    const locate = (/** @type {number} */ offset) => ({ file: row.id, offset });
    const claims = countClaims(note, told);
    yield { row, note, claims, found: checkClaims({ service: row.service, text: note, told, locate }) };
  }
}
