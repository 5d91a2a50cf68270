import { execFileSync } from "node:child_process";
import { join } from "node:path";
import process from "node:process";
import { COLUMNS } from "./columns.mjs";
import { CONTESTANTS } from "./contestants.mjs";

/**
 * A ratio to the checks by hand: the median of all turns, and the quartiles, between which half of them lie.
 *
 * @typedef {{ ratio: number, low: number, high: number }} Figure
 * @typedef {Record<string, Record<string, Figure>>} Figures of contestants, of columns
 * @typedef {{ value: number, base: number }} Sample of a contestant, and what the checks by hand took in the same turn
 * @typedef {Record<string, number>} Times of columns
 */

const BASE = "by-hand";

/**
 * Measures all contestants in turn: calls in processes that run one of them and the checks by hand in many rounds, imports
 * and first calls in new processes, of which the quickest of a turn counts.
 *
 * @param {readonly import("./build-bundles.mjs").Bundle[]} bundles
 * @param {{ turns: number, rounds: number, warmRounds: number, starts: number }} effort
 * @returns {{ figures: Figures, byHand: Times }} `byHand`: the time or size that is 1, in its column's unit
 */
export function measure(bundles, { turns, rounds, warmRounds, starts }) {
  const urls = new Map(bundles.map(({ id, url }) => [id, url]));
  /** @type {Map<string, Sample[]>} */
  const samples = new Map();
  const keep = (/** @type {string} */ id, /** @type {Times} */ times, /** @type {Times} */ baseTimes) => {
    for (const { id: column, base = column } of COLUMNS) {
      const [value, baseValue] = [times[column], baseTimes[base]];
      const key = `${id} ${column}`;
      if (value !== undefined && baseValue !== undefined)
        samples.set(key, [...(samples.get(key) ?? []), { value, base: baseValue }]);
    }
  };
  for (let turn = 0; turn < turns; turn++) {
    console.error(`calls: ${turn + 1} of ${turns}`);
    for (const { id, alwaysTells } of rotate(CONTESTANTS, turn)) {
      const argument = { rounds, warmRounds, base: urls.get(BASE), contestant: urls.get(id) };
      const { base, contestant } = run("time-calls.mjs", JSON.stringify(argument));
      if (alwaysTells) delete contestant.wrongPage;
      keep(id, contestant, base);
    }
  }
  for (let turn = 0; turn < turns; turn++) {
    console.error(`first calls and imports: ${turn + 1} of ${turns}`);
    const times = startAll(rotate(bundles, turn), starts);
    for (const [id, each] of times) keep(id, each, times.get(BASE) ?? {});
  }
  const sizes = new Map(bundles.map(({ id, bytes }) => [id, { size: bytes }]));
  for (const [id, size] of sizes) keep(id, size, sizes.get(BASE) ?? {});
  return summarize(samples);
}

/**
 * Starts processes of all contestants and returns the quickest times of each: a busy machine can only add.
 *
 * @param {readonly import("./build-bundles.mjs").Bundle[]} bundles
 * @param {number} starts
 */
function startAll(bundles, starts) {
  /** @type {Map<string, Times>} */
  const quickest = new Map();
  for (let start = 0; start < starts; start++) {
    for (const { id, url } of bundles) {
      const times = run("time-start.mjs", url);
      const before = quickest.get(id) ?? times;
      quickest.set(id, {
        import: Math.min(before.import, times.import),
        firstCall: Math.min(before.firstCall, times.firstCall),
      });
    }
  }
  return quickest;
}

/** @param {ReadonlyMap<string, readonly Sample[]>} samples */
function summarize(samples) {
  /** @type {Figures} */
  const figures = {};
  /** @type {Times} */
  const byHand = {};
  for (const [key, ofKey] of samples) {
    const [id = "", column = ""] = key.split(" ");
    const ratios = ofKey.map(({ value, base }) => value / base);
    const [low, ratio, high] = [quantile(ratios, 0.25), quantile(ratios, 0.5), quantile(ratios, 0.75)];
    figures[id] = { ...figures[id], [column]: { ratio, low, high } };
    if (id === BASE)
      byHand[column] = quantile(
        ofKey.map(({ base }) => base),
        0.5,
      );
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
