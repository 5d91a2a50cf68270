// Imports the definitions of Smithy's prelude and of its known extensions as facts: names, selectors, members and
// constraints, without a sentence of documentation.
//
//   node scripts/import-definitions.mjs CHECKOUT
//
// CHECKOUT is a clone of smithy-lang/smithy. Writes packages/smithy/definitions/<namespace>.smithy with our own printer.
// Build first, and run the package's `generate` script afterwards.
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { loadModel, printIdlFiles } from "@shapelog/smithy";

/** @import { Model, NodeValue, Shape, Traits } from "@shapelog/model" */

const PRELUDE = "smithy-model/src/main/resources/software/amazon/smithy/model/loader/prelude.smithy";
const MODULES = [
  "smithy-aws-apigateway-traits",
  "smithy-aws-cloudformation-traits",
  "smithy-aws-endpoints",
  "smithy-aws-iam-traits",
  "smithy-aws-smoke-test-model",
  "smithy-aws-traits",
  "smithy-contract-traits",
  "smithy-mqtt-traits",
  "smithy-openapi-traits",
  "smithy-protocol-test-traits",
  "smithy-protocol-traits",
  "smithy-rules-engine",
  "smithy-smoke-test-traits",
  "smithy-waiters",
];
/** Traits whose values are sentences. */
const PROSE = new Set([
  "smithy.api#documentation",
  "smithy.api#examples",
  "smithy.api#externalDocumentation",
  "smithy.api#title",
]);
/** Keys whose values are sentences, wherever they stand in the values of traits and in metadata. */
const PROSE_KEYS = new Set(["documentation", "errorMessage", "message", "reason"]);
const TARGET = fileURLToPath(new URL("../packages/smithy/definitions/", import.meta.url));

const [checkout = ""] = process.argv.slice(2);
if (checkout === "") {
  console.error("Usage: node scripts/import-definitions.mjs CHECKOUT");
  process.exit(2);
}

const sources = [PRELUDE, ...MODULES.flatMap(findFiles)].map((path) => ({
  file: path,
  text: readFileSync(join(checkout, path), "utf8"),
}));
const { model, diagnostics } = loadModel(sources, { upgradeEnums: false });
for (const { severity, code, message, location } of diagnostics) {
  console.error(`${severity} ${code}: ${message} (${location?.file})`);
}
const files = printIdlFiles(dropProse(model));
for (const file of existsSync(TARGET) ? readdirSync(TARGET) : []) {
  if (file.endsWith(".smithy")) rmSync(join(TARGET, file));
}
for (const { path, text } of files) writeFileSync(join(TARGET, path), text);
console.log(`${files.length} files, ${model.shapes.size} shapes`);
process.exitCode = diagnostics.some(({ severity }) => severity === "error") ? 1 : 0;

/** @param {string} module */
function findFiles(module) {
  const folder = `${module}/src/main/resources/META-INF/smithy`;
  return readdirSync(join(checkout, folder))
    .filter((name) => name.endsWith(".smithy") || name.endsWith(".json"))
    .sort()
    .map((name) => `${folder}/${name}`);
}

/**
 * @param {Model} model
 * @returns {Model}
 */
function dropProse({ shapes, metadata }) {
  return {
    shapes: new Map([...shapes].map(([id, shape]) => [id, dropFromShape(shape)])),
    metadata: new Map(
      [...metadata]
        .filter(([key]) => key !== "suppressions")
        .map(([key, value]) => [key, dropFromValue(value)]),
    ),
  };
}

/**
 * @param {Shape} shape
 * @returns {Shape}
 */
function dropFromShape(shape) {
  const traits = dropFromTraits(shape.traits);
  if (!("members" in shape)) return { ...shape, traits };
  const members = shape.members.map((member) => ({ ...member, traits: dropFromTraits(member.traits) }));
  return { ...shape, traits, members };
}

/**
 * @param {Traits} traits
 * @returns {Traits}
 */
function dropFromTraits(traits) {
  return Object.fromEntries(
    Object.entries(traits)
      .filter(([id]) => !PROSE.has(id))
      .map(([id, value]) => [id, dropFromValue(value)]),
  );
}

/**
 * @param {NodeValue} value
 * @returns {NodeValue}
 */
function dropFromValue(value) {
  if (Array.isArray(value)) return value.map(dropFromValue);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, child]) => !(PROSE_KEYS.has(key) && typeof child === "string"))
      .map(([key, child]) => [key, dropFromValue(child)]),
  );
}
