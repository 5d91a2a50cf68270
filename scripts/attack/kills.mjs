// Kills commands that write at random moments, most of them while they write, and looks whether a file is torn or lost,
// and whether the next run makes all as it has to be.
//
//   node scripts/attack/kills.mjs [--kills N] [--seed N]
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { setTimeout } from "node:timers/promises";
import { parseArgs } from "node:util";
import { createRandom } from "../random.mjs";
import { runCommand, startCommand } from "./real-command.mjs";
import { createScenarios, findDifferences, findTorn, prepare, readTree } from "./scenarios.mjs";
import { Tally } from "./table.mjs";

/** Where the lock of a scenario's command is, by how its name begins. */
const LOCKS = [
  ["build", "packages/events"],
  ["site", "out"],
  ["ast", "idl"],
  ["import", "new"],
  ["history", "ledgers"],
  ["", "."],
];

/**
 * @param {string} folder
 * @param {readonly string[]} args
 * @param {{ lock: string, isLate: boolean, delay: number }} options
 */
async function killOnce(folder, args, { lock, isLate, delay }) {
  const { child, ended } = startCommand(folder, args);
  let hasEnded = false;
  ended.then(() => {
    hasEnded = true;
  });
  while (isLate && !hasEnded && !existsSync(lock)) await setTimeout(1);
  await setTimeout(delay);
  child.kill("SIGKILL");
  await ended;
}

const { values } = parseArgs({ options: { kills: { type: "string" }, seed: { type: "string" } } });
const seed = Number(values.seed ?? 2026);
const random = createRandom(seed);
const tally = new Tally();
const home = mkdtempSync(join(tmpdir(), "shapelog-kills-"));
try {
  const scenarios = (await createScenarios(home, runCommand)).map((scenario) => {
    const args = scenario.args.filter((arg) => arg !== "--workers" && arg !== "0");
    return { ...scenario, args: scenario.name === "history" ? [...args, "--workers", "2"] : args };
  });
  const folder = join(home, "work");
  const sides = [];
  for (const scenario of scenarios) {
    const args = prepare(scenario, folder);
    const before = readTree(folder);
    const started = performance.now();
    const { exit, err } = await runCommand(folder, args);
    if (exit !== 0) throw new Error(`${scenario.name}: ${err}`);
    sides.push({ scenario, before, after: readTree(folder), milliseconds: performance.now() - started });
  }
  for (let kills = 0; kills < Number(values.kills ?? 1000); kills++) {
    const { scenario, before, after, milliseconds } = /** @type {typeof sides[number]} */ (
      sides[kills % sides.length]
    );
    const args = prepare(scenario, folder);
    const [, place = "."] = LOCKS.find(([name = ""]) => scenario.name.startsWith(name)) ?? [];
    const isLate = random() < 0.8;
    const delay = random() * (isLate ? Math.min(60, milliseconds / 8) : milliseconds);
    await killOnce(folder, args, { lock: join(folder, place, ".shapelog-lock"), isLate, delay });
    const torn = findTorn(readTree(folder), { before, after });
    const again = await runCommand(folder, args);
    const differ =
      again.exit === 0 ? findDifferences(readTree(folder), after) : [`exit ${again.exit}: ${again.err}`];
    const found = [...torn.map((path) => `torn ${path}`), ...differ.map((path) => `not finished ${path}`)];
    const when = `kill ${kills} of seed ${seed}`;
    tally.add(scenario.name, found.length > 0 ? `${when}: ${found.slice(0, 3).join(", ")}` : undefined);
  }
} finally {
  rmSync(home, { recursive: true, force: true });
}
process.stdout.write(tally.print());
process.exitCode = tally.failed === 0 ? 0 : 1;
