// How many places `shapelog impact` finds in programs that are written around real changes, and how many it should not
// have. From a folder that `shapelog history` wrote, revisions are drawn at random; of each a program is written against
// the types before: lines that the change affects, known from the models alone, and as many that it does not.
//
//   node scripts/check-impact.mjs OUT [--revisions 100] [--services 40] [--places 500] [--seed N] [--list]
//
// Prints a table by kind, and with `--list` each line that was missed or wrongly found. Fails where recall is below 100 % or
// a line is wrongly found. Build first: `npm run build`.
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";
import { openHistoryRecord } from "../packages/cli/dist/page/open-history-record.js";
import { compareModels } from "../packages/diff/dist/index.js";
import { measure } from "./check-impact/measure.mjs";
import { writeProgram } from "./check-impact/write-program.mjs";
import { createRandom } from "./random.mjs";

/** @import { Kind } from "./check-impact/write-program.mjs" */

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    revisions: { type: "string", default: "100" },
    services: { type: "string", default: "40" },
    places: { type: "string", default: "500" },
    seed: { type: "string", default: String(Date.now() % 1_000_000) },
    list: { type: "boolean", default: false },
  },
});
const [out] = positionals;
if (!out) {
  console.error(
    "usage: node scripts/check-impact.mjs OUT [--revisions 100] [--services 40] [--places 500] [--seed N] [--list]",
  );
  process.exit(2);
}
const opened = openHistoryRecord(process.cwd(), out);
if (!opened.ok) {
  console.error(opened.diagnostics[0]?.message);
  process.exit(2);
}
const record = opened.value;
const random = createRandom(Number(values.seed));

/** The largest ledgers take minutes each, and have no changes of other kinds. */
const MOST_BYTES = 4_000_000;
/** The most revisions of one service. */
const MOST_REVISIONS = 4;
const LOST = /"kind":"(?:enum\.value|member)\.removed"/;
const CHANGES = /"kind":"(?:enum\.value\.(?:removed|added)|member\.removed|shape\.removed)"/;

/** @type {Map<Kind, { hits: number, found: number, others: number, wrong: number }>} */
const table = new Map();
/** @type {string[]} */
const failures = [];
const done = { revisions: 0, services: 0, places: 0, elsewhere: 0 };
for (const service of shuffle(record.services)) {
  if (isEnough()) break;
  const before = done.revisions;
  for (const id of pickRevisions(service)) await checkRevision(service, id);
  if (done.revisions > before) done.services++;
}
printTable();
if (failures.length > 0 || done.elsewhere > 0) process.exitCode = 1;

function isEnough() {
  const { revisions, services, places } = done;
  return (
    revisions >= Number(values.revisions) &&
    services >= Number(values.services) &&
    places >= Number(values.places)
  );
}

/** @param {string} service */
function pickRevisions(service) {
  const path = join(String(out), "ledgers", `${service}.jsonl`);
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? Number.POSITIVE_INFINITY) > MOST_BYTES) return [];
  const rows = readFileSync(path, "utf8").split("\n").slice(1);
  const fitting = rows.filter((row) => CHANGES.test(row) && !row.includes('"gone":true'));
  // Most revisions only add; those that took something away come first.
  const mixed = shuffle(fitting).toSorted((a, b) => Number(LOST.test(b)) - Number(LOST.test(a)));
  return mixed.slice(0, MOST_REVISIONS).map((row) => String(JSON.parse(row).id));
}

/**
 * @param {string} service
 * @param {string} id
 */
async function checkRevision(service, id) {
  const step = await record.step(service, id);
  if (!step.ok) throw new Error(step.diagnostics[0]?.message);
  const { before, after } = step.value;
  const comparison = compareModels({ label: "before", model: before }, { label: "after", model: after });
  const lines = writeProgram(comparison.changes, { before, after });
  if (lines.length === 0) return;
  const { measured, elsewhere } = await measure(comparison, lines);
  done.revisions++;
  done.places += measured.filter(({ line }) => line.isHit).length;
  done.elsewhere += elsewhere;
  for (const { line, place } of measured) {
    const row = table.get(line.kind) ?? { hits: 0, found: 0, others: 0, wrong: 0 };
    table.set(line.kind, row);
    if (line.isHit) row.hits++;
    else row.others++;
    if (line.isHit && place !== undefined) row.found++;
    if (!line.isHit && place !== undefined) row.wrong++;
    const isRight = line.isHit === (place !== undefined);
    if (!isRight)
      failures.push(`${line.isHit ? "missed" : `wrongly ${place}`}  ${service} ${id}  ${line.code}`);
  }
}

function printTable() {
  if (values.list) for (const failure of failures) console.log(failure);
  console.log("kind      affected   found  recall   others  wrongly found");
  for (const [kind, { hits, found, others, wrong }] of table) {
    const recall = `${((found / hits) * 100).toFixed(1)} %`;
    console.log(
      [
        kind.padEnd(8),
        String(hits).padStart(9),
        String(found).padStart(7),
        recall.padStart(8),
        String(others).padStart(8),
        String(wrong).padStart(14),
      ].join(" "),
    );
  }
  const { revisions, services, places, elsewhere } = done;
  console.log(
    `${places} places in ${revisions} revisions of ${services} services, ${failures.length} failures, ${elsewhere} places elsewhere; seed ${values.seed}`,
  );
}

/**
 * @template T
 * @param {readonly T[]} list
 * @returns {T[]}
 */
function shuffle(list) {
  const left = [...list];
  /** @type {T[]} */
  const taken = [];
  while (left.length > 0) taken.push(...left.splice(Math.floor(random() * left.length), 1));
  return taken;
}
