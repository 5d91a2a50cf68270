// Checks a folder that `shapelog history` wrote against the repository it was made of, with nothing of what made it
// quick: each ledger is replayed from its first row, and rows are compared with their files, read as a whole.
//
//   node scripts/check-history.mjs GIT_DIR OUT [--every N]
//
// Compares every Nth row of a service (default 10) and its last one: the replayed model with the file's, the row's
// digest with the model's, and the changes undone with the model before. Build first: `npm run build`.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";
import { applyChanges, invert } from "@shapelog/changes";
import { readJson } from "@shapelog/json";
import { digestModel } from "@shapelog/ledger";
import { createModel, equalModels } from "@shapelog/model";
import { openBlobs } from "../packages/cli/dist/git/blobs.js";
import { createRevisionReader, findServiceId } from "../packages/cli/dist/history/readers.js";
import { openGit } from "./open-git.mjs";

/**
 * @import { HistoryRow } from "@shapelog/history"
 * @import { Model } from "@shapelog/model"
 */

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { every: { type: "string", default: "10" } },
});
const [repository, out] = positionals;
if (!repository || !out) {
  console.error("usage: node scripts/check-history.mjs GIT_DIR OUT [--every N]");
  process.exit(2);
}

const blobs = openBlobs(openGit(repository));
/** @type {string[]} */
const problems = [];
const counts = { services: 0, rows: 0, compared: 0 };
for (const file of readdirSync(join(out, "ledgers")).sort()) {
  counts.services++;
  await checkLedger(file, readRows(join(out, "ledgers", file)));
}
blobs.close();
for (const problem of problems) console.log(problem);
console.log(`${counts.services} services, ${counts.rows} rows, ${counts.compared} compared`);
console.log(problems.length === 0 ? "all agree" : `${problems.length} problems`);
process.exitCode = problems.length === 0 ? 0 : 1;

/**
 * @param {string} path
 * @returns {HistoryRow[]}
 */
function readRows(path) {
  const lines = readFileSync(path, "utf8").split("\n");
  return lines
    .filter((line) => line !== "")
    .map((text) => /** @type {any} */ (readJson({ file: path, text }).value));
}

/** @param {HistoryRow} row */
async function readBeside({ path, beside = {} }) {
  const read = Object.entries(beside).map(async ([kind, blob]) => {
    const bytes = await blobs.read(blob);
    return [kind, { file: `${kind} of ${path}`, bytes: bytes ?? Buffer.of() }];
  });
  return Object.fromEntries(await Promise.all(read));
}

/**
 * @param {string} file
 * @param {readonly HistoryRow[]} rows
 * @returns {Promise<void>}
 */
async function checkLedger(file, rows) {
  /** @type {Map<string | null, number>} */
  const lastUse = new Map();
  for (const [index, { id, parent }] of rows.entries()) lastUse.set(id, index).set(parent, index);
  /** @type {Map<string | null, Model>} */
  const models = new Map([[null, createModel([])]]);
  const newest = rows.findLast(({ gone }) => !gone);
  const tip = newest && (await blobs.read(newest.blob));
  const read = createRevisionReader(tip && findServiceId(tip));
  for (const [index, row] of rows.entries()) {
    counts.rows++;
    const fail = (/** @type {string} */ reason) => {
      problems.push(`${file} ${row.id}: ${reason}`);
    };
    const before = models.get(row.parent);
    if (!before) return fail("the row before it is not there");
    const { model, diagnostics } = applyChanges(row.changes, before);
    const [misfit] = diagnostics;
    if (misfit) return fail(misfit.message);
    if (index % Number(values.every) === 0 || index === rows.length - 1) {
      counts.compared++;
      const bytes = row.gone ? undefined : await blobs.read(row.blob);
      const source = bytes && { file: row.path, bytes, beside: await readBeside(row) };
      const whole = source ? read(source, undefined).model : createModel([]);
      if (!equalModels(model, whole)) fail("the replayed model is not the file's");
      if (digestModel(whole) !== row.after) fail("the digest is not the model's");
      if (!equalModels(applyChanges(invert(row.changes), model).model, before))
        fail("undone, it is not the model before");
    }
    models.set(row.id, model);
    for (const id of [row.id, row.parent]) if (id !== null && lastUse.get(id) === index) models.delete(id);
  }
}
