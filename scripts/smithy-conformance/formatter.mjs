// Runs the cases of Smithy's own formatter: X.smithy is printed as X.formatted.smithy, or as itself where there is none.
//
//   node scripts/smithy-conformance/formatter.mjs CHECKOUT [--update] [--verbose]
import { existsSync } from "node:fs";
import { join } from "node:path";
import { findFiles, readSource, runSuite } from "./run-suite.mjs";

/** @import { FormatIdlResult } from "@shapelog/smithy" */

const CASES = "smithy-syntax/src/test/resources/software/amazon/smithy/syntax/formatter";

const { formatIdl } = await import("@shapelog/smithy");

await runSuite({
  name: "formatter",
  findCases: (checkout) =>
    findFiles(join(checkout, CASES), (path) => /(?<!\.formatted)\.smithy$/.test(path)).map((path) => ({
      id: path.replace(".smithy", ""),
      path: join(checkout, CASES, path),
    })),
  runCase({ path }) {
    const twin = path.replace(".smithy", ".formatted.smithy");
    const expected = readSource(existsSync(twin) ? twin : path);
    const once = compare(formatIdl(readSource(path)), expected.text);
    const twice = compare(formatIdl(expected), expected.text);
    return [...once, ...twice.map((problem) => `formatted again: ${problem}`)];
  },
});

/**
 * @param {FormatIdlResult} result
 * @param {string} expected
 */
function compare({ text, diagnostics }, expected) {
  if (text === undefined) return diagnostics.map(({ message }) => message);
  if (text === expected) return [];
  const lines = text.split("\n");
  const wanted = expected.split("\n");
  const at = wanted.findIndex((line, index) => line !== lines[index]);
  const line = at === -1 ? wanted.length : at;
  return [`line ${line + 1}: expected ${JSON.stringify(wanted[line])}, got ${JSON.stringify(lines[line])}`];
}
