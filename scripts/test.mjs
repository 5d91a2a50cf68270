// Everything CI runs: build, types, lint, boundaries, `shapelog check`, and all tests. One line of figures at the end.
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { relative } from "node:path";
import process from "node:process";
import { installIfMissing, root, run } from "./install.mjs";

installIfMissing();
// Packages are tested side by side, a core for each: workers of their own would only get in each other's way.
process.env.TEST_WORKERS ??= "1";
for (const path of results()) rmSync(path, { force: true });
const turbo = run("npx", [
  "turbo",
  "run",
  "build",
  "typecheck:all",
  "lint",
  "verify",
  "packages",
  "life",
  "api",
  "test",
  "test:scripts",
  "--output-logs=new-only",
  "--continue",
  "--concurrency=100%",
]);
const { passed, failed, skipped, unloaded } = countTests();
for (const file of unloaded) console.log(`\nNot tested, for it could not be loaded: ${file}`);
console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`);
process.exitCode = turbo.status === 0 && failed === 0 ? 0 : 1;

function results() {
  const folders = ["packages", "apps"].flatMap((parent) =>
    readdirSync(root + parent).map((name) => `${parent}/${name}`),
  );
  return [...folders, "scripts"]
    .map((folder) => `${root}${folder}/.test/results.json`)
    .filter((path) => existsSync(path));
}

function countTests() {
  /** @type {{ passed: number, failed: number, skipped: number, unloaded: string[] }} */
  const total = { passed: 0, failed: 0, skipped: 0, unloaded: [] };
  for (const path of results()) {
    const report = JSON.parse(readFileSync(path, "utf8"));
    total.passed += report.numPassedTests;
    total.failed += report.numFailedTests;
    total.skipped += report.numPendingTests + report.numTodoTests;
    for (const { name, status, assertionResults } of report.testResults)
      if (status === "failed" && assertionResults.length === 0) total.unloaded.push(relative(root, name));
  }
  return total;
}
