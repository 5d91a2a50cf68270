import { spawnSync } from "node:child_process";

/**
 * Runs commands as whole processes, in turn, and returns a row for each: its quickest run, since a busy machine can only
 * add, that as a ratio to each yardstick, and the ratio of its middle run to that of the first yardstick.
 *
 * @param {Record<string, readonly string[]>} contenders a command with its arguments, by name
 * @param {{ cwd: string, rounds: number, yardsticks: readonly string[] }} options `yardsticks` are names of contenders
 * @returns {Record<string, Record<string, number | string>>}
 */
export function compareProcesses(contenders, { cwd, rounds, yardsticks }) {
  /** @type {Map<string, number[]>} */
  const runs = new Map(Object.keys(contenders).map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const [name, command] of Object.entries(contenders)) runs.get(name)?.push(time(cwd, command));
  }
  const quickest = (/** @type {string} */ name) => Math.min(...(runs.get(name) ?? []));
  const middle = (/** @type {string} */ name) => {
    const times = [...(runs.get(name) ?? [])].sort((a, b) => a - b);
    return times[Math.floor(times.length / 2)] ?? Number.NaN;
  };
  const [first = ""] = yardsticks;
  const rows = Object.keys(contenders).map((name) => {
    const ms = quickest(name);
    const ratios = yardsticks.map((yardstick) => [`/ ${yardstick}`, round2(ms / quickest(yardstick))]);
    const middleRuns = round2(middle(name) / middle(first));
    return [name, { ms: Math.round(ms), ...Object.fromEntries(ratios), "middle runs": middleRuns }];
  });
  return Object.fromEntries(rows);
}

/**
 * @param {string} cwd
 * @param {readonly string[]} command
 */
function time(cwd, [program = "", ...args]) {
  const start = performance.now();
  const { status, error, stdout, stderr } = spawnSync(program, args, {
    cwd,
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });
  const milliseconds = performance.now() - start;
  if (status !== 0) throw error ?? new Error(`${program} ${args.join(" ")}\n${stderr || stdout}`);
  return milliseconds;
}

/** @param {number} value */
function round2(value) {
  return Math.round(value * 100) / 100;
}
