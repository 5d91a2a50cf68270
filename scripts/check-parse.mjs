// Holds `parse…` and `redact…` of generated packages against Smithy's own code.
//
//   node scripts/check-parse.mjs FILE [--clone CLONE] [--services N] [--values N] [--seed N]
//
// FILE is a model with `@httpResponseTests` as JSON AST, also where gzip has packed it, such as Smithy's AWS protocol tests:
// the bodies in JSON are parsed, held against what Smithy's reader of JSON makes of them, handed to the validators of the
// program form, and redacted. CLONE is a clone of boto/botocore: values are made at random for the inputs, outputs and errors
// of its services that speak JSON, and both are held against Smithy's code. Build first. Exits with 1 at a difference.
import { readFileSync } from "node:fs";
import process from "node:process";
import { parseArgs } from "node:util";
import { gunzipSync } from "node:zlib";
import { findServices, shapeName } from "../packages/model/dist/index.js";
import { loadModel } from "../packages/smithy/dist/index.js";
import { checkResponse } from "./check-parse/check-response.mjs";
import { checkServices } from "./check-parse/check-services.mjs";
import { loadPackage } from "./check-parse/load-package.mjs";
import { findCases } from "./check-protocol-tests/find-cases.mjs";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    clone: { type: "string" },
    services: { type: "string", default: "1000" },
    values: { type: "string", default: "3" },
    seed: { type: "string", default: "1" },
  },
});
const [file] = positionals;
if (file === undefined) {
  console.error(
    "usage: node scripts/check-parse.mjs FILE [--clone CLONE] [--services N] [--values N] [--seed N]",
  );
  process.exit(2);
}

const JSON_PROTOCOLS = new Set(
  ["restJson1", "awsJson1_1", "awsJson1_0"].map((name) => `aws.protocols#${name}`),
);

const bytes = readFileSync(file);
const { model } = loadModel([
  { file, text: (bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).toString("utf8") },
]);
/** @type {Map<string, import("./check-parse/load-package.mjs").Package>} */
const packages = new Map();
let checked = 0;
let elsewhere = 0;
let failed = 0;
for (const each of await findCases(model)) {
  if (each.kind !== "response" || !JSON_PROTOCOLS.has(each.test.protocol)) continue;
  const service = findServices(model).find(({ id }) => shapeName(id) === each.service);
  if (!service) continue;
  const code = packages.get(each.service) ?? (await loadPackage(model, service));
  packages.set(each.service, code);
  const problems = await checkResponse(each, code);
  if (!problems) elsewhere++;
  else checked++;
  if (problems && problems.length > 0) {
    failed++;
    console.log(`FAILED ${each.id}\n  ${problems.join("\n  ")}`);
  }
}
console.log(
  `${checked} bodies of tests held against Smithy's code, ${failed} differ; ${elsewhere} are not members in JSON`,
);

if (values.clone !== undefined) {
  const options = {
    services: Number(values.services),
    values: Number(values.values),
    seed: Number(values.seed),
  };
  failed += await checkServices(values.clone, options);
}
process.exitCode = failed > 0 || checked === 0 ? 1 : 0;
