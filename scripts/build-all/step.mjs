import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";

/**
 * What came of a step for one service.
 * @typedef {object} StepResult
 * @property {readonly string[]} problems
 * @property {number} seconds
 * @property {number} megabytes The most memory it had.
 * @property {Readonly<Record<string, number>>} [counts]
 */

/** Where a step's result is written, and what runs it: a service's folder. */
export const FOLDER = process.cwd();

/**
 * Writes what came of a step; the step fails where something went wrong.
 * @param {string} step
 * @param {StepResult} result
 */
export function writeResult(step, result) {
  mkdirSync(join(FOLDER, "results"), { recursive: true });
  writeFileSync(join(FOLDER, "results", `${step}.json`), `${JSON.stringify(result, null, 2)}\n`);
  for (const problem of result.problems.slice(0, 20)) console.error(problem);
  if (result.problems.length > 0) process.exitCode = 1;
}

/**
 * Runs a command and returns what it said.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import("node:child_process").SpawnSyncOptions} [options]
 */
export function runCommand(command, args, options = {}) {
  const started = performance.now();
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    ...options,
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });
  if (error) throw error;
  return { status, text: `${stdout}${stderr}`, seconds: (performance.now() - started) / 1000 };
}
