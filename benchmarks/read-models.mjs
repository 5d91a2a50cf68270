// Compares reading models with JSON.parse of the same bytes: time, and peak memory against the size of the text.
//
//   node --expose-gc benchmarks/read-models.mjs DIR [ROUNDS]
//
// Takes every Smithy JSON model and every botocore service-2.json below DIR. Build first: `npm run build`. In each round
// every text is parsed and read in turn, so that both meet the same noise; the ratio is the median of the rounds'
// ratios. Memory is measured in child processes, less what the same process needs without any text: once with all
// models held, once with each dropped before the next. Run it twice: a ratio that moves by more than 0.05 says that the
// machine was busy.
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { readBotocore } from "@shapelog/botocore";
import { isSmithyJson, readSmithyJson } from "@shapelog/smithy";

/** @import { ReadResult, SourceText } from "@shapelog/model" */

/** @typedef {"smithy" | "botocore"} Format */
/** @typedef {Format | "parse"} How */

/** @type {Readonly<Record<How, (source: SourceText) => unknown>>} */
const READ = {
  smithy: (source) => readSmithyJson(source),
  botocore: (source) => readBotocore(source),
  parse: ({ text }) => JSON.parse(text),
};

if (process.argv[2] === "--child") runChild(/** @type {How} */ (process.argv[3]), process.argv[4] === "hold");
else if (process.argv[2] === undefined || typeof gc !== "function") {
  console.error("Usage: node --expose-gc benchmarks/read-models.mjs DIR [ROUNDS]");
  process.exitCode = 2;
} else compare(process.argv[2], Number(process.argv[3] ?? 7));

/**
 * @param {string} directory
 * @param {number} rounds
 */
function compare(directory, rounds) {
  const files = findFiles(directory);
  const formats = /** @type {Format[]} */ (Object.keys(files));
  const rows = formats
    .filter((format) => files[format].length > 0)
    .map((format) => measure(format, files[format], rounds));
  if (rows.length === 0) console.error(`No models below ${directory}.`);
  else console.table(Object.fromEntries(rows));
}

/**
 * Models below a folder, by format.
 * @param {string} directory
 */
function findFiles(directory) {
  /** @type {Record<Format, string[]>} */
  const files = { smithy: [], botocore: [] };
  for (const entry of readdirSync(directory, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith(".json")) continue;
    const path = join(entry.parentPath ?? entry.path, entry.name);
    if (entry.name === "service-2.json") files.botocore.push(path);
    else if (looksLikeSmithy(path)) files.smithy.push(path);
  }
  return files;
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
 * @param {Format} format
 * @param {readonly string[]} paths
 * @param {number} rounds
 * @returns {[name: string, row: object]}
 */
function measure(format, paths, rounds) {
  const texts = paths.map((path) => readFileSync(path, "utf8"));
  const size = paths.reduce((sum, path) => sum + readFileSync(path).length, 0);
  const times = Array.from({ length: rounds + 2 }, () => runRound(texts, READ[format])).slice(2);
  const memory = (/** @type {How} */ how, /** @type {string} */ mode) =>
    Math.max(0, peak(paths, how, mode) - peak([], how, mode));
  const held = memory(format, "hold");
  const dropped = memory(format, "drop");
  return [
    `${format}, ${paths.length} models, ${megabytes(size)} MB`,
    {
      "JSON.parse ms": Math.round(median(times.map(({ parse }) => parse))),
      "read ms": Math.round(median(times.map(({ read }) => read))),
      ratio: round(median(times.map(({ parse, read }) => read / parse))),
      "held MB": megabytes(held),
      "held / text": round(held / size),
      "JSON.parse held / text": round(memory("parse", "hold") / size),
      "dropped MB": megabytes(dropped),
      "dropped / text": round(dropped / size),
    },
  ];
}

/**
 * @param {readonly string[]} texts
 * @param {(source: SourceText) => unknown} readModel
 */
function runRound(texts, readModel) {
  gc?.();
  let parse = 0;
  let read = 0;
  for (const [index, text] of texts.entries()) {
    const source = { file: "model.json", text };
    // Whoever comes second finds the text in the cache, so they take turns.
    const parseFirst = index % 2 === 0;
    if (parseFirst) parse += time(() => JSON.parse(text));
    read += time(() => readModel(source));
    if (!parseFirst) parse += time(() => JSON.parse(text));
  }
  return { parse, read };
}

/** @param {() => unknown} work */
function time(work) {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/**
 * Peak resident memory in bytes of a process that reads files.
 * @param {readonly string[]} paths
 * @param {How} how
 * @param {string} mode
 */
function peak(paths, how, mode) {
  const child = spawnSync(process.execPath, [fileURLToPath(import.meta.url), "--child", how, mode], {
    input: paths.join("\n"),
    encoding: "utf8",
  });
  return Number(child.stdout) * 1024;
}

/**
 * @param {How} how
 * @param {boolean} hold
 */
function runChild(how, hold) {
  /** @type {unknown[]} */
  const held = [];
  for (const path of readFileSync(0, "utf8").split("\n").filter(Boolean)) {
    const result = READ[how]({ file: path, text: readFileSync(path, "utf8") });
    if (hold) held.push(how === "parse" ? result : /** @type {ReadResult} */ (result).model);
  }
  console.log(process.resourceUsage().maxRSS);
  return held.length;
}

/** @param {readonly number[]} values */
function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** @param {number} value */
function round(value) {
  return Math.round(value * 100) / 100;
}

/** @param {number} bytes */
function megabytes(bytes) {
  return Math.round(bytes / 1e6);
}
