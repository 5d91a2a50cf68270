// Pages as awsapichanges.com prints them, made from random revisions of a folder that `shapelog history` wrote, and held
// against it by `shapelog check --page`: what the command says they omit is counted against the row's findings.
//
//   node scripts/check-pages.mjs OUT [--pages 100] [--seed N] [--notes]
//
// Of each page: the revision is found by the page's title and day alone; each finding that is Breaking or to be checked and
// no addition is an omission; no addition that the page prints is one; nothing it prints is wrong. Then the page is made
// again without one of its additions, which has to be an omission, and with one that is none, which has to be wrong. With
// `--notes` pages have the vendor's notes, and what these name may be told in prose alone. What differs is listed and fails,
// unless scripts/check-pages/allowed.json has it, which may only shrink. Build first: `npm run build`.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { isNamed } from "../packages/changelog/dist/index.js";
import { checkPage, readPage } from "../packages/changelog/dist/published/index.js";
import { openHistoryRecord } from "../packages/cli/dist/page/open-history-record.js";
import { createAwsDelta, printAwsPage } from "../packages/diff/dist/aws/index.js";
import { isAddition, judgePage } from "./check-pages/judge-page.mjs";
import { tamper } from "./check-pages/tamper.mjs";
import { createRandom } from "./random.mjs";

/**
 * @import { AwsDelta } from "@shapelog/diff/aws"
 * @import { HistoryRow } from "@shapelog/history"
 * @import { Step } from "@shapelog/ledger"
 */

const CLI = fileURLToPath(new URL("../packages/cli/bin/shapelog.js", import.meta.url));
/** @type {string[]} */
const ALLOWED = JSON.parse(readFileSync(new URL("check-pages/allowed.json", import.meta.url), "utf8"));

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    pages: { type: "string", default: "100" },
    seed: { type: "string", default: String(Date.now() % 1_000_000) },
    notes: { type: "boolean", default: false },
  },
});
const [out] = positionals;
if (!out) {
  console.error("usage: node scripts/check-pages.mjs OUT [--pages 100] [--seed N] [--notes]");
  process.exit(2);
}

const random = createRandom(Number(values.seed));
const opened = openHistoryRecord(process.cwd(), out);
if (!opened.ok) throw new Error(opened.diagnostics[0]?.message);
const record = opened.value;
const temporary = mkdtempSync(join(tmpdir(), "shapelog-pages-"));
/** @type {Map<string, number>} */
const counts = new Map();
/** @type {string[]} */
const failures = [];
let pages = 0;
try {
  for (const { file, start, end } of drawRows(join(out, "ledgers"))) {
    if (pages >= Number(values.pages)) break;
    const row = /** @type {HistoryRow} */ (JSON.parse(readFileSync(file).toString("utf8", start, end)));
    const found = await record.step(row.service, row.id);
    if (!found.ok) throw new Error(found.diagnostics[0]?.message);
    const { before, after } = found.value;
    const delta = createAwsDelta(before, after);
    if (delta.added.length + delta.updated.length === 0) continue;
    pages++;
    checkOne(row, found.value, delta);
  }
} finally {
  rmSync(temporary, { recursive: true, force: true });
}
for (const [kind, number] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1))) {
  console.log(`${String(number).padStart(7)} ${kind}`);
}
const unknown = failures.filter((failure) => !ALLOWED.includes(failure));
for (const failure of unknown) console.log(failure);
console.log(
  `${pages} pages, --seed ${values.seed}${values.notes ? " --notes" : ""}: ${unknown.length} failures, ${failures.length - unknown.length} allowed`,
);
process.exitCode = unknown.length === 0 ? 0 : 1;

/**
 * Returns where the rows of a history are, in a random order; the first of each model is left out, as nothing was before it.
 * @param {string} folder
 */
function drawRows(folder) {
  /** @type {{ file: string, start: number, end: number, key: number }[]} */
  const rows = [];
  for (const name of readdirSync(folder).sort()) {
    const file = join(folder, name);
    const bytes = readFileSync(file);
    for (let start = 0; start < bytes.length; ) {
      const end = bytes.indexOf("\n", start);
      const head = bytes.toString("utf8", start, Math.min(end, start + 20_000));
      if (!/"parent":null/.test(head)) rows.push({ file, start, end, key: random() });
      start = end + 1;
    }
  }
  return rows.sort((a, b) => a.key - b.key);
}

/**
 * @param {HistoryRow} row
 * @param {Step} step
 * @param {AwsDelta} delta
 */
function checkOne(row, step, delta) {
  const note = values.notes && row.note !== undefined ? { note: row.note } : {};
  const options = { date: row.date, ...note };
  const text = printAwsPage(delta, step.after, options);
  const file = join(temporary, `${row.service}-${row.id}.txt`);
  writeFileSync(file, text);
  const args = [
    "check",
    "--page",
    file,
    "--history",
    resolve(out ?? ""),
    "--format",
    "json",
    "--fail-on",
    "never",
  ];
  const { stdout, stderr, status } = spawnSync(process.execPath, [CLI, ...args], {
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  const name = `${row.service} ${row.id}`;
  const fail = (/** @type {string} */ words) => failures.push(`${name} ${words}`);
  if (status !== 0) {
    fail(`exit ${status}: ${stderr.slice(0, 300)}${stdout.slice(0, 300)}`);
    return;
  }
  const said = JSON.parse(stdout);
  judgePage({ row, delta, text, said, hasNote: values.notes, count, fail });
  checkTampered({ row, step, delta, options, fail });
}

/** @param {string} kind */
function count(kind) {
  counts.set(kind, (counts.get(kind) ?? 0) + 1);
}

/**
 * @param {{ row: HistoryRow, step: Step, delta: AwsDelta, options: { date: string, note?: string }, fail: (words: string) => void }} page
 */
function checkTampered({ row, step, delta, options, fail }) {
  const hold = (/** @type {AwsDelta} */ printed) => {
    const text = printAwsPage(printed, step.after, options);
    const page = readPage({ file: "page.txt", text });
    const [section] = page.sections;
    if (!section) return { unlisted: -1, wrong: -1 };
    const names = values.notes ? isNamed : () => false;
    const checked = checkPage({ page, section, service: row.service, step, isNamed: names });
    // Places, as a fact can be omitted at some already.
    const unlisted = checked.diagnostics.reduce((sum, { data }) => sum + countPlaces(data), 0);
    return { unlisted, wrong: checked.wrong };
  };
  // A type that became another one is printed as if it came, and is no addition.
  const adds = new Set(row.findings.filter(isAddition).flatMap(({ operations }) => operations));
  const changed = { ...delta, updated: delta.updated.filter(({ operation }) => adds.has(operation)) };
  const whole = hold(changed);
  for (const { kind, what, delta: other } of tamper(changed, random)) {
    const held = hold(other);
    count(`page ${kind}`);
    const isSeen = kind === "without an addition" ? held.unlisted > whole.unlisted : held.wrong > whole.wrong;
    if (!isSeen) fail(`${kind} ${what}: not seen`);
  }
}

/**
 * Returns at how many places a fact is not told; none where a diagnostic is about something else.
 * @param {unknown} data
 */
function countPlaces(data) {
  const { places } = /** @type {{ places?: readonly string[] }} */ (data);
  return places ? Math.max(1, places.length) : 0;
}
