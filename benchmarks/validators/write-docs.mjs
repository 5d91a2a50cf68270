import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { printPlot } from "./print-plot.mjs";
import { MARK, printMarkdownTable, printMisjudged } from "./print-table.mjs";

const DOCS = resolve(import.meta.dirname, "../../docs");
const PAGE = "benchmarks.md";
const START = "<!-- what follows is written by `node benchmarks/validators.mjs --write` -->";
const END = "<!-- end of what is written -->";

/**
 * Writes a run's JSON, its plots, and its table into docs/benchmarks.md. Returns the files.
 * @param {import("../validators.mjs").Run} run
 * @returns {string[]}
 */
export function writeDocs(run) {
  const folder = join(DOCS, "benchmarks");
  mkdirSync(folder, { recursive: true });
  const page = readFileSync(join(DOCS, PAGE), "utf8");
  const [before, rest = ""] = page.split(START);
  const [, after] = rest.split(END);
  if (before === undefined || after === undefined)
    throw new Error(`docs/${PAGE} does not say where to write the table`);
  const files = {
    [PAGE]: `${before}${START}\n\n${printBlock(run)}\n\n${END}${after}`,
    "benchmarks/validators.json": `${JSON.stringify(run, roundNumber, 2)}\n`,
    "benchmarks/validators-light.svg": printPlot(run, "light"),
    "benchmarks/validators-dark.svg": printPlot(run, "dark"),
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(DOCS, name), text);
  return Object.keys(files).map((name) => `docs/${name}`);
}

/** @param {import("../validators.mjs").Run} run */
function printBlock(run) {
  const { node, system, processor, turns, rounds, starts } = run.about;
  return [
    printMarkdownTable(run),
    `Measured with Node ${String(node).slice(1)} on ${system}, ${processor}, in ${turns} turns: calls in a process of each with the checks by hand, ${rounds} rounds; first calls and imports in ${starts} new processes of each, the quickest.`,
    `${MARK}\n\n${printMisjudged(run)}`,
  ].join("\n\n");
}

/**
 * @param {string} _key
 * @param {unknown} value
 */
function roundNumber(_key, value) {
  return typeof value === "number" ? Number(value.toPrecision(5)) : value;
}
