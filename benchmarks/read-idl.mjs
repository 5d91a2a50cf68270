// Compares reading models as Smithy IDL with reading the same models as Smithy JSON AST.
//
//   node benchmarks/read-idl.mjs DIR [COUNT] [ROUNDS]
//
// Takes the COUNT (default 5) largest Smithy JSON models below DIR and prints each in both formats first, so that both
// texts come from our own printers. Build first: `npm run build`. In each round every model is read in both formats in
// turn, so that both meet the same noise; the ratio is the median of the rounds' ratios. Run it twice: a ratio that
// moves by more than 0.3 says that the machine was busy. Garbage is not collected between rounds: collecting shrinks the
// space for new objects, and what makes many objects then takes several times as long.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { isSmithyJson, loadModel, printIdlFiles, printSmithyJson, readSmithyJson } from "@shapelog/smithy";

/** Rounds that do not count: the engine is still compiling. */
const WARM_UP = 10;

const [directory, count = "5", rounds = "15"] = process.argv.slice(2);
if (directory === undefined) {
  console.error("Usage: node benchmarks/read-idl.mjs DIR [COUNT] [ROUNDS]");
  process.exitCode = 2;
} else compare(directory, Number(count), Number(rounds));

/**
 * @param {string} folder
 * @param {number} limit
 * @param {number} repeats
 */
function compare(folder, limit, repeats) {
  const rows = findLargest(folder, limit).map(({ name, text }) => measure(name, text, repeats));
  if (rows.length === 0) console.error(`No models below ${folder}.`);
  else console.table(Object.fromEntries(rows));
}

/**
 * @param {string} folder
 * @param {number} limit
 */
function findLargest(folder, limit) {
  const found = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".json"))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .map((path) => ({ path, size: statSync(path).size }))
    .sort((a, b) => b.size - a.size);
  const models = [];
  for (const { path } of found) {
    if (models.length === limit) break;
    const text = readFileSync(path, "utf8");
    if (isSmithyJson(JSON.parse(text))) models.push({ name: path.split("/").at(-1) ?? path, text });
  }
  return models;
}

/**
 * @param {string} name
 * @param {string} text
 * @param {number} repeats
 * @returns {[name: string, row: object]}
 */
function measure(name, text, repeats) {
  const { model } = readSmithyJson({ file: name, text });
  const files = printIdlFiles(model).map((file) => ({ file: file.path, text: flatten(file.text) }));
  const json = { file: "model.json", text: flatten(printSmithyJson(model)) };
  const times = Array.from({ length: repeats + WARM_UP }, (_, round) => {
    const readJson = () => time(() => readSmithyJson(json));
    const readIdl = () => time(() => loadModel(files));
    const parse = time(() => JSON.parse(json.text));
    if (round % 2 === 0) return { parse, json: readJson(), idl: readIdl() };
    const idl = readIdl();
    return { parse, json: readJson(), idl };
  }).slice(WARM_UP);
  return [
    name,
    {
      "JSON MB": megabytes(json.text.length),
      "IDL MB": megabytes(files.reduce((sum, file) => sum + file.text.length, 0)),
      "JSON.parse ms": Math.round(median(times.map((each) => each.parse))),
      "JSON ms": Math.round(median(times.map((each) => each.json))),
      "IDL ms": Math.round(median(times.map((each) => each.idl))),
      "IDL / JSON": round(median(times.map((each) => each.idl / each.json))),
      "IDL / JSON.parse": round(median(times.map((each) => each.idl / each.parse))),
    },
  ];
}

/**
 * A text that was put together is flat only after its first reading.
 * @param {string} text
 */
function flatten(text) {
  return Buffer.from(text).toString();
}

/** @param {() => unknown} work */
function time(work) {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** @param {readonly number[]} values */
function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** @param {number} value */
function round(value) {
  return Math.round(value * 100) / 100;
}

/** @param {number} length */
function megabytes(length) {
  return Math.round(length / 1e5) / 10;
}
