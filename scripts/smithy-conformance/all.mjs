// Runs every suite of this folder and prints how each went, in one table. Fails if one of them fails: if a case fails
// that its list does not have, or if one passes that it has.
//
//   node scripts/smithy-conformance/all.mjs CHECKOUT
//
// CHECKOUT is a clone of smithy-lang/smithy. What a suite that fails prints is printed before the table.
import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { readCounts } from "./run-suite.mjs";

/** @import { Counts } from "./run-suite.mjs" */

const SUITES = [
  "loader-valid",
  "loader-invalid",
  "ast-serialization",
  "idl-serialization",
  "formatter",
  "selectors",
  "errorfiles",
  "smithy-diff",
];
const COLUMNS = ["cases", "passed", "failed", "not run"];

const [checkout] = process.argv.slice(2);
if (checkout === undefined) {
  console.error("Usage: node scripts/smithy-conformance/all.mjs CHECKOUT");
  process.exit(2);
}

/** @type {{ suite: string, counts: Counts, isWrong: boolean, output: string }[]} */
const rows = [];
for (const suite of SUITES) rows.push(await runAlone(suite, checkout));
for (const { isWrong, output } of rows) if (isWrong) console.log(output);
const total = { cases: 0, passed: 0, failed: 0, notRun: 0 };
for (const { counts } of rows) {
  total.cases += counts.cases;
  total.passed += counts.passed;
  total.failed += counts.failed;
  total.notRun += counts.notRun;
}
console.log(printRow("suite", COLUMNS));
for (const { suite, counts } of [...rows, { suite: "all", counts: total }]) {
  console.log(printRow(suite, [counts.cases, counts.passed, counts.failed, counts.notRun]));
}
process.exitCode = rows.some(({ isWrong }) => isWrong) ? 1 : 0;

/**
 * Runs a suite in a process of its own: one that breaks down leaves the others alone.
 * @param {string} suite
 * @param {string} folder
 * @returns {Promise<(typeof rows)[number]>}
 */
function runAlone(suite, folder) {
  const script = fileURLToPath(new URL(`${suite}.mjs`, import.meta.url));
  return new Promise((resolve) => {
    execFile(process.execPath, [script, folder], { maxBuffer: 2 ** 26 }, (error, stdout, stderr) => {
      const counts = readCounts(suite, stdout) ?? { cases: 0, passed: 0, failed: 0, notRun: 0 };
      resolve({ suite, counts, isWrong: error !== null, output: `${stdout}${stderr}`.trimEnd() });
    });
  });
}

/**
 * @param {string} suite
 * @param {readonly (string | number)[]} cells
 */
function printRow(suite, cells) {
  return `${suite.padEnd(20)}${cells.map((cell) => String(cell).padStart(9)).join("")}`;
}
