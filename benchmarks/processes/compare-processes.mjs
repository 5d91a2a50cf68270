import { spawnSync } from "node:child_process";

/**
 * Runs commands as whole processes, in turn, and returns a row for each: its quickest run, since a busy machine can only
 * add, and that as a ratio to each yardstick.
 *
 * @param {Record<string, readonly string[]>} contenders a command with its arguments, by name
 * @param {{ cwd: string, rounds: number, yardsticks: readonly string[] }} options `yardsticks` are names of contenders
 */
export function compareProcesses(contenders, { cwd, rounds, yardsticks }) {
  /** @type {Record<string, number>} */
  const quickest = {};
  for (let round = 0; round < rounds; round++) {
    for (const [name, command] of Object.entries(contenders))
      quickest[name] = Math.min(quickest[name] ?? Number.POSITIVE_INFINITY, time(cwd, command));
  }
  const rows = Object.entries(quickest).map(([name, ms]) => {
    const ratios = yardsticks.map((yardstick) => [
      `/ ${yardstick}`,
      round2(ms / (quickest[yardstick] ?? Number.NaN)),
    ]);
    return [name, { ms: Math.round(ms), ...Object.fromEntries(ratios) }];
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
