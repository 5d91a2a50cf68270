// Runs two commands that write to the same place at once. Both have to say what is so, and what is there in the end has
// to be what one of them alone makes.
//
//   node scripts/attack/two-at-once.mjs [--rounds N] [--seed N]
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { setTimeout } from "node:timers/promises";
import { parseArgs } from "node:util";
import { createRandom } from "../random.mjs";
import { runCommand } from "./real-command.mjs";
import { createScenarios, findDifferences, prepare, readTree } from "./scenarios.mjs";
import { Tally } from "./table.mjs";

const { values } = parseArgs({ options: { rounds: { type: "string" }, seed: { type: "string" } } });
const random = createRandom(Number(values.seed ?? 2026));
const tally = new Tally();
const home = mkdtempSync(join(tmpdir(), "shapelog-two-"));
const folder = join(home, "work");

/**
 * Returns what is wrong after two ran at once.
 * @param {readonly { exit: number, err: string }[]} both
 * @param {readonly Record<string, string>[]} results What each of them alone makes.
 */
function findProblem(both, results) {
  const failed = both.filter(({ exit, err }) => exit !== 0 && !err.includes("[cli/locked]"));
  if (failed.length > 0) return `exit ${failed[0]?.exit}: ${failed[0]?.err.split("\n")[0]}`;
  if (both.every(({ exit }) => exit !== 0)) return "neither could write";
  const found = readTree(folder);
  const differences = results.map((result) => findDifferences(found, result));
  return differences.some(({ length }) => length === 0)
    ? undefined
    : `neither's files: ${differences[0]?.slice(0, 3)}`;
}

try {
  for (const scenario of await createScenarios(home, runCommand)) {
    const args = prepare(scenario, folder);
    const other =
      scenario.name === "record" ? args.map((arg) => arg.replace("2022-08-18", "2022-08-19")) : args;
    await runCommand(folder, args);
    const results = [readTree(folder)];
    prepare(scenario, folder);
    await runCommand(folder, other);
    results.push(readTree(folder));
    for (let round = 0; round < Number(values.rounds ?? 20); round++) {
      prepare(scenario, folder);
      const later = async () => {
        await setTimeout(random() * 60);
        return runCommand(folder, other);
      };
      const both = await Promise.all([runCommand(folder, args), later()]);
      tally.add(scenario.name, findProblem(both, results));
    }
  }
} finally {
  rmSync(home, { recursive: true, force: true });
}
process.stdout.write(tally.print());
process.exitCode = tally.failed === 0 ? 0 : 1;
