// Smithy's tests of its protocols, run through the pieces of requests and responses that we emit.
//
//   node scripts/check-wire-pieces.mjs FILE [--suite NAME]... [--update] [--verbose]
//
// FILE is a model with `@httpRequestTests`, `@httpResponseTests` and `@httpMalformedRequestTests` as JSON AST, also where
// gzip has packed it, such as Smithy's AWS protocol tests; or a folder with a checkout of smithy-lang/smithy. What is sent has to be taken by the pieces (`requests`,
// `responses`) and by the example of the README of a package with that operation, as it stands (`examples`); OpenAPI
// documents have to describe XML and forms as they are sent (`documents`): XML that is read by a document alone has to come
// to the test's values. What is malformed has to be refused (`malformed`), at the place that the test names (`paths`), where
// members stand for the headers and parameters that pieces name. Cases that fail are listed in
// scripts/check-wire-pieces/failures.json, each with whose fault it is, a list that may only shrink: a failure that is not
// in it, and a case in it that passes, both fail. --update takes what passes out of it; --verbose shows what is wrong with
// the listed failures too.
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";
import { gunzipSync } from "node:zlib";
import { loadModel } from "../packages/smithy/dist/index.js";
import { findCases } from "./check-wire-pieces/find-cases.mjs";

const LIST = new URL("check-wire-pieces/failures.json", import.meta.url);

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    suite: { type: "string", multiple: true },
    update: { type: "boolean", default: false },
    verbose: { type: "boolean", default: false },
  },
});
const [file] = positionals;
if (file === undefined) {
  console.error("usage: node scripts/check-wire-pieces.mjs FILE [--suite NAME]... [--update] [--verbose]");
  process.exit(2);
}

const { model, diagnostics } = loadModel(readFiles(file));
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

const { cases, remove } = await findCases(model);
for (const { suite, id, run } of cases) {
  if (values.suite && !values.suite.includes(suite)) continue;
  const key = `${suite} ${id}`;
  const problems = await (async () => run())().catch((error) => [String(error)]);
  const count = counts.get(suite) ?? { cases: 0, passed: 0 };
  counts.set(suite, { cases: count.cases + 1, passed: count.passed + (problems.length === 0 ? 1 : 0) });
  const isKnown = Object.hasOwn(known, key);
  if (problems.length === 0 && isKnown) fixed.push(key);
  if (problems.length > 0 && !isKnown) fresh.push(key);
  if (problems.length > 0 && (values.verbose || !isKnown))
    console.log(`FAILED ${key}\n  ${problems.join("\n  ")}`);
}
remove();

if (values.update && fixed.length > 0) {
  const left = Object.entries(known).filter(([id]) => !fixed.includes(id));
  writeFileSync(LIST, `${JSON.stringify(Object.fromEntries(left), null, 2)}\n`);
} else for (const id of fixed) console.log(`PASSES NOW ${id}: take it out of the list with --update`);
for (const [suite, { cases: all, passed }] of counts) console.log(`${suite}: ${passed} of ${all}`);
const isWrong =
  counts.size === 0 || errors.length > 0 || fresh.length > 0 || (fixed.length > 0 && !values.update);
process.exitCode = isWrong ? 1 : 0;

/**
 * Returns the texts of a model: a file, or those of the AWS protocol tests in a checkout.
 * @param {string} path
 */
function readFiles(path) {
  const files = statSync(path).isDirectory()
    ? [
        ...findModels(join(path, "smithy-aws-protocol-tests/model")),
        ...findModels(join(path, "smithy-validation-model/model")),
      ]
    : [path];
  return files.map((found) => {
    const bytes = readFileSync(found);
    const text = (bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).toString("utf8");
    return { file: found, text };
  });
}

/**
 * Returns the files of models below a folder, sorted.
 * @param {string} folder
 */
function findModels(folder) {
  const entries = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const models = entries.filter((entry) => entry.endsWith(".smithy"));
  return models.sort().map((entry) => join(folder, entry));
}
