import { execFileSync } from "node:child_process";
import { join } from "node:path";
import process from "node:process";
import { COLUMNS } from "./columns.mjs";

/**
 * A ratio to the checks by hand: the median of all processes, and the quartiles, between which half of them lie.
 *
 * @typedef {{ ratio: number, low: number, high: number }} Figure
 * @typedef {Record<string, Record<string, Figure>>} Figures of contestants, of columns
 */

/**
 * Measures all contestants in turn. What a call takes is measured in several processes, each of which runs all of them in
 * many rounds; imports and first calls in a new process each.
 *
 * @param {readonly import("./build-bundles.mjs").Bundle[]} bundles the checks by hand first
 * @param {{ processes: number, rounds: number, warmRounds: number, starts: number }} effort
 * @returns {{ figures: Figures, byHand: Record<string, number> }} `byHand`: the time or size that is 1, in its column's unit
 */
export function measure(bundles, { processes, rounds, warmRounds, starts }) {
  /** @type {Map<string, Map<string, number[]>>} */
  const samples = new Map(COLUMNS.map(({ id }) => [id, new Map()]));
  const keep = (/** @type {string} */ column, /** @type {string} */ id, /** @type {number} */ value) => {
    const ofColumn = samples.get(column);
    ofColumn?.set(id, [...(ofColumn.get(id) ?? []), value]);
  };
  for (let index = 0; index < processes; index++) {
    console.error(`calls: process ${index + 1} of ${processes}`);
    const order = rotate(bundles, index);
    const argument = JSON.stringify({ rounds, warmRounds, bundles: order });
    for (const { id, column, time } of run("time-calls.mjs", argument)) keep(column, id, time);
  }
  console.error(`imports and first calls: ${starts} times ${bundles.length} processes`);
  for (let index = 0; index < starts; index++) {
    for (const { id, url } of rotate(bundles, index)) {
      const times = run("time-start.mjs", url);
      keep("import", id, times.import);
      keep("firstCall", id, times.firstCall);
    }
  }
  for (const { id, bytes } of bundles) keep("size", id, bytes);
  return summarize(samples, bundles[0]?.id ?? "");
}

/**
 * @param {Map<string, Map<string, number[]>>} samples
 * @param {string} base
 */
function summarize(samples, base) {
  /** @type {Figures} */
  const figures = {};
  /** @type {Record<string, number>} */
  const byHand = {};
  for (const { id: column, base: baseColumn = column } of COLUMNS) {
    const ofColumn = samples.get(column) ?? new Map();
    const baseTimes = samples.get(baseColumn)?.get(base) ?? [];
    byHand[column] = quantile(baseTimes, 0.5);
    for (const [id, times] of ofColumn) {
      // Each is compared with the base of the same turn, when the machine was as busy.
      const ratios = times.map((time, index) => time / (baseTimes[index] ?? Number.NaN));
      figures[id] ??= {};
      figures[id][column] = {
        ratio: quantile(ratios, 0.5),
        low: quantile(ratios, 0.25),
        high: quantile(ratios, 0.75),
      };
    }
  }
  return { figures, byHand };
}

/**
 * @param {string} script
 * @param {string} argument
 */
function run(script, argument) {
  const out = execFileSync(process.execPath, [join(import.meta.dirname, script), argument], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  return JSON.parse(out);
}

/**
 * @template T
 * @param {readonly T[]} values
 * @param {number} by
 */
function rotate(values, by) {
  const first = by % values.length;
  return [...values.slice(first), ...values.slice(0, first)];
}

/**
 * @param {readonly number[]} values
 * @param {number} part between 0 and 1
 */
function quantile(values, part) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? Number.NaN;
}
