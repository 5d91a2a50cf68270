// Compares the generated validators of AdminListUserAuthEvents with checks written by hand and with other validators.
//
//   node benchmarks/validators.mjs [--quick] [--write | --run FILE]
//
// Build first: `npm run build`. What is compared is installed into benchmarks/peers the first time, from npm. Every
// contestant judges one set of values before it is measured, and what it judges otherwise than the model is printed. All
// figures are ratios to the checks by hand, medians of turns. Calls are timed in processes that run one contestant and the
// checks by hand; all run the minified bundle that is weighed.
// --write puts the run, the table and the plots into docs/; with --run FILE they are made of that run's JSON, and nothing
// is measured. --quick measures little, to see that all works. Close other programs for figures to keep. The exit code is
// 1 where a goal is missed by more than noise, and 2 where npm cannot install what is compared.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { availableParallelism, cpus, tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";
import { buildBundles } from "./validators/build-bundles.mjs";
import { CONTESTANTS, readVersions } from "./validators/contestants.mjs";
import { findMisses } from "./validators/find-misses.mjs";
import { installPeers } from "./validators/install-peers.mjs";
import { findMisjudged } from "./validators/judge.mjs";
import { measure } from "./validators/measure.mjs";
import { MARK, printMisjudged, printTable } from "./validators/print-table.mjs";
import { pageText } from "./validators/values.mjs";
import { writeDocs } from "./validators/write-docs.mjs";

const EFFORT = { turns: 11, rounds: 150, warmRounds: 100, starts: 4 };
const QUICK = { turns: 3, rounds: 40, warmRounds: 60, starts: 2 };

/**
 * All that a run found out.
 * @typedef {ReturnType<typeof measure> & { about: Record<string, string | number>, versions: Record<string, string>, misjudged: Record<string, import("./validators/judge.mjs").Misjudged> }} Run
 */

const { values: options } = parseArgs({
  options: { quick: { type: "boolean" }, write: { type: "boolean" }, run: { type: "string" } },
});

const run = options.run ? readRun(options.run) : await measureAll(options.quick ? QUICK : EFFORT);
if (run === undefined) process.exitCode = 2;
else tell(run);

/** @param {Run} run */
function tell(run) {
  const { missed, open } = findMisses(run.figures, run.misjudged);
  console.log(`${printTable(run)}\n\n${MARK}\n${printMisjudged(run)}\n`);
  if (open.length > 0) console.log(`open, since a quarter of the turns keep the goal:\n${open.join("\n")}\n`);
  console.log(missed.length === 0 ? "no goal is missed" : `missed:\n${missed.join("\n")}`);
  if (options.write || options.run) for (const file of writeDocs(run)) console.log(`written: ${file}`);
  process.exitCode = missed.length === 0 ? 0 : 1;
}

/**
 * @param {string} file
 * @returns {Run}
 */
function readRun(file) {
  return JSON.parse(readFileSync(file, "utf8"));
}

/**
 * @param {typeof EFFORT} effort
 * @returns {Promise<Run | undefined>}
 */
async function measureAll(effort) {
  if (!installPeers()) return undefined;
  const folder = mkdtempSync(join(tmpdir(), "shapelog-validators-"));
  try {
    const bundles = await buildBundles(folder);
    const misjudged = await judgeAll(bundles);
    const about = {
      node: process.version,
      system: `${process.platform} ${process.arch}`,
      processor: `${availableParallelism()} x ${cpus()[0]?.model ?? "unknown"}`,
      pageBytes: pageText.length,
      ...effort,
    };
    return { about, versions: readVersions(), misjudged, ...measure(bundles, effort) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {readonly import("./validators/build-bundles.mjs").Bundle[]} bundles */
async function judgeAll(bundles) {
  /** @type {Run["misjudged"]} */
  const all = {};
  for (const { id, url } of bundles) all[id] = findMisjudged(await import(url));
  for (const { id } of CONTESTANTS.filter(({ group }) => group === "hand" || group === "ours")) {
    const { refused, taken } = all[id] ?? { refused: ["all"], taken: [] };
    // Readers are tolerant by design; whatever else we judge otherwise than the model is our fault.
    if (refused.length > 0 || (id !== "read" && taken.length > 0))
      throw new Error(`${id} refuses ${refused.join(", ") || "nothing"} and takes ${taken.join(", ")}`);
  }
  return all;
}
