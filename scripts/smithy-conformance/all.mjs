// Runs every suite of this folder and prints how each went, in one table. Fails if one of them fails: if a case fails
// that its list does not have, or if one passes that it has.
//
//   node scripts/smithy-conformance/all.mjs CHECKOUT
//
// CHECKOUT is a clone of smithy-lang/smithy. What a suite that fails prints is printed before the table.
import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { readCounts } from "./run-suite.mjs";

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

const rows = [];
for (const suite of SUITES) rows.push(await runAlone(suite));
for (const { isWrong, output } of rows) if (isWrong) console.log(output);
const total = { cases: 0, passed: 0, failed: 0, notRun: 0 };
for (const { counts } of rows) for (const key in total) total[key] += counts[key];
console.log(printRow("suite", COLUMNS));
for (const { suite, counts } of [...rows, { suite: "all", counts: total }]) {
  console.log(printRow(suite, [counts.cases, counts.passed, counts.failed, counts.notRun]));
}
process.exitCode = rows.some(({ isWrong }) => isWrong) ? 1 : 0;

/** Runs a suite in a process of its own: one that breaks down leaves the others alone. */
function runAlone(suite) {
  const script = fileURLToPath(new URL(`${suite}.mjs`, import.meta.url));
  return new Promise((resolve) => {
    execFile(process.execPath, [script, checkout], { maxBuffer: 2 ** 26 }, (error, stdout, stderr) => {
      const counts = readCounts(suite, stdout) ?? { cases: 0, passed: 0, failed: 0, notRun: 0 };
      resolve({ suite, counts, isWrong: error !== null, output: `${stdout}${stderr}`.trimEnd() });
    });
  });
}

function printRow(suite, cells) {
  return `${suite.padEnd(20)}${cells.map((cell) => String(cell).padStart(9)).join("")}`;
}
