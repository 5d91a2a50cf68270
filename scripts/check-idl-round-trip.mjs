// Prints models as Smithy IDL and as Smithy JSON AST and reads them back: both must give the same model.
//
//   node scripts/check-idl-round-trip.mjs DIR
//
// DIR holds Smithy JSON AST models at any depth: a clone of aws/api-models-aws, for example. Build first.
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import process from "node:process";
import { equalModels, equalShapes } from "@shapelog/model";
import { isSmithyJson, loadModel, printIdlFiles, printSmithyJson, readSmithyJson } from "@shapelog/smithy";

/** @import { Model, ReadResult } from "@shapelog/model" */

const [directory = ""] = process.argv.slice(2);
if (directory === "") {
  console.error("Usage: node scripts/check-idl-round-trip.mjs DIR");
  process.exit(2);
}

const counts = { models: 0, idl: 0, json: 0 };
let shown = 0;
for (const path of findModels(directory)) {
  const text = readFileSync(path, "utf8");
  const { model } = readSmithyJson({ file: path, text });
  counts.models++;
  const files = printIdlFiles(model).map((file) => ({ file: file.path, text: file.text }));
  const json = readSmithyJson({ file: "model.json", text: printSmithyJson(model) });
  counts.idl += compare(path, "IDL", model, loadModel(files));
  counts.json += compare(path, "JSON AST", model, json);
}
console.log(
  `${counts.models} models: ${counts.idl} equal through IDL, ${counts.json} equal through JSON AST`,
);
process.exitCode = counts.models === 0 || counts.idl < counts.models || counts.json < counts.models ? 1 : 0;

/** @param {string} folder */
function findModels(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".json"))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort()
    .filter(looksLikeSmithy);
}

/** @param {string} path */
function looksLikeSmithy(path) {
  try {
    return isSmithyJson(JSON.parse(readFileSync(path, "utf8")));
  } catch {
    return false;
  }
}

/**
 * @param {string} path
 * @param {string} format
 * @param {Model} before
 * @param {ReadResult} read
 */
function compare(path, format, before, { model, diagnostics }) {
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if (equalModels(before, model) && errors.length === 0) return 1;
  if (shown++ > 20) return 0;
  const [shape] = [...before.shapes.values()].filter((each) => {
    const other = model.shapes.get(each.id);
    return other === undefined || !equalShapes(each, other);
  });
  console.log(`DIFFERS ${relative(directory, path)} through ${format}, at ${shape?.id}`);
  for (const { code, message, location } of errors.slice(0, 3))
    console.log(`  ${code}: ${message}`, location);
  return 0;
}
