// Smithy's tests of its protocols, run through its own protocol code with the schemas that we emit.
//
//   node scripts/check-protocol-tests.mjs FILE [--protocol NAME]... [--update] [--verbose]
//
// FILE is a model with `@httpRequestTests` and `@httpResponseTests` as JSON AST, also where gzip has packed it, such as
// Smithy's AWS protocol tests. Cases that fail are listed in scripts/check-protocol-tests/failures.json, each with whose
// fault it is, a list that may only shrink: a failure that is not in it, and a case in it that passes, both fail.
// --update takes what passes out of it; --verbose shows what is wrong with the listed failures too.
import { readFileSync, writeFileSync } from "node:fs";
import process from "node:process";
import { parseArgs } from "node:util";
import { gunzipSync } from "node:zlib";
import { loadModel } from "../packages/smithy/dist/index.js";
import { findCases } from "./check-protocol-tests/find-cases.mjs";
import { runCase } from "./check-protocol-tests/run-case.mjs";

const LIST = new URL("check-protocol-tests/failures.json", import.meta.url);

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    protocol: { type: "string", multiple: true },
    update: { type: "boolean", default: false },
    verbose: { type: "boolean", default: false },
  },
});
const [file] = positionals;
if (file === undefined) {
  console.error(
    "usage: node scripts/check-protocol-tests.mjs FILE [--protocol NAME]... [--update] [--verbose]",
  );
  process.exit(2);
}

const bytes = readFileSync(file);
const text = (bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).toString("utf8");
const { model, diagnostics } = loadModel([{ file, text }]);
const errors = diagnostics.filter(({ severity }) => severity === "error");
for (const { message } of errors) console.error(message);

/** @type {Record<string, string>} */
const known = JSON.parse(readFileSync(LIST, "utf8"));
/** @type {Map<string, { cases: number, passed: number }>} */
const counts = new Map();
/** @type {string[]} */
const fresh = [];
/** @type {string[]} */
const fixed = [];

for (const each of await findCases(model)) {
  const [protocol = "", kind = ""] = each.id.split(" ");
  if (values.protocol && !values.protocol.includes(protocol)) continue;
  const problems = await runCase(each).catch((error) => [String(error)]);
  const row = `${protocol} ${each.service} ${kind}s`;
  const count = counts.get(row) ?? { cases: 0, passed: 0 };
  counts.set(row, { cases: count.cases + 1, passed: count.passed + (problems.length === 0 ? 1 : 0) });
  const isKnown = Object.hasOwn(known, each.id);
  if (problems.length === 0 && isKnown) fixed.push(each.id);
  if (problems.length > 0 && !isKnown) fresh.push(each.id);
  if (problems.length > 0 && (values.verbose || !isKnown))
    console.log(`FAILED ${each.id}\n  ${problems.join("\n  ")}`);
}

if (values.update && fixed.length > 0) {
  const left = Object.entries(known).filter(([id]) => !fixed.includes(id));
  writeFileSync(LIST, `${JSON.stringify(Object.fromEntries(left), null, 2)}\n`);
} else for (const id of fixed) console.log(`PASSES NOW ${id}: take it out of the list with --update`);
for (const [row, { cases, passed }] of [...counts].sort()) console.log(`${row}: ${passed} of ${cases}`);
const isWrong =
  counts.size === 0 || errors.length > 0 || fresh.length > 0 || (fixed.length > 0 && !values.update);
process.exitCode = isWrong ? 1 : 0;
