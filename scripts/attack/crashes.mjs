// Ends every command that writes at each of its calls that change a file, and lets each of these calls fail; then looks
// whether a file is torn or lost, and whether the next run makes all as it has to be.
//
//   node scripts/attack/crashes.mjs [--every N] [--from N] [--only NAME]... [--fault FAULT]...
//
// --every N takes each N-th call alone, --from N begins at the N-th: a run that is interrupted prints what was tried so
// far, and where it was. --only takes the commands whose names begin so. --fault takes these faults
// alone: dead, torn, full, once.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";
import { withFaultyDisk } from "./faulty-disk.mjs";
import { createScenarios, findDifferences, findTorn, isOwn, prepare, readTree } from "./scenarios.mjs";
import { Tally } from "./table.mjs";

const { run } = await import("../../packages/cli/dist/program.js");

/** @type {import("./faulty-disk.mjs").Fault[]} */
const FAULTS = ["dead", "torn", "full", "once"];

/**
 * @param {string} cwd
 * @param {readonly string[]} args
 */
async function runHere(cwd, args) {
  const said = { out: "", err: "" };
  const exit = await run(
    args,
    {
      cwd,
      out: (/** @type {string} */ text) => {
        said.out += text;
      },
      err: (/** @type {string} */ text) => {
        said.err += text;
      },
      color: false,
      interactive: false,
      width: 100,
      readInput: async () => Buffer.alloc(0),
      today: () => "2022-08-18",
      untilStopped: async () => undefined,
    },
    "0.0.0",
  );
  return { exit, ...said };
}

/**
 * @param {import("./scenarios.mjs").Scenario} scenario
 * @param {{ folder: string, from: number, every: number, faults: readonly string[], tally: Tally }} options
 */
async function attack(scenario, { folder, from, every, faults, tally }) {
  const start = () => prepare(scenario, folder);
  const args = start();
  const before = readTree(folder);
  const clean = await withFaultyDisk({ root: folder, at: 0, fault: "count" }, () => runHere(folder, args));
  const after = readTree(folder);
  if (clean.value?.exit !== 0) throw new Error(`${scenario.name}: ${clean.value?.err ?? clean.error}`);
  for (const fault of FAULTS.filter((name) => faults.includes(name))) {
    for (let at = from; at <= clean.calls; at += every) {
      // A call that writes no bytes is never torn: there the disk is dead, which is tried already.
      if (fault === "torn" && !clean.writes.has(at)) continue;
      start();
      const told = await withFaultyDisk({ root: folder, at, fault }, () => runHere(folder, args));
      const found = readTree(folder);
      const isDead = fault === "dead" || fault === "torn";
      const problem =
        findProblem(found, { before, after }) ??
        (isDead ? undefined : findLie(told, { found, before, after, isAlone: writesAlone(scenario.name) })) ??
        (await findUnfinished(folder, args, after));
      reached = `${scenario.name}: ${fault}, call ${at} of ${clean.calls}`;
      tally.add(`${scenario.name}: ${fault}`, problem && `at call ${at} of ${clean.calls}: ${problem}`);
    }
  }
}

/**
 * These write file by file, each as a whole, and go on with what is left.
 * @param {string} name
 */
const writesAlone = (name) => /^(fmt|history)/.test(name);

/**
 * @param {Record<string, string>} found
 * @param {{ before: Record<string, string>, after: Record<string, string> }} sides
 */
function findProblem(found, sides) {
  const torn = findTorn(found, sides);
  return torn.length > 0 ? `torn or lost: ${torn.slice(0, 3).join(", ")}` : undefined;
}

/**
 * Returns what a command said that is not so.
 * @param {{ value?: { exit: number, err: string }, error?: unknown }} told
 * @param {{ found: Record<string, string>, before: Record<string, string>, after: Record<string, string>, isAlone: boolean }} trees
 */
function findLie({ value, error }, { found, before, after, isAlone }) {
  if (!value) return `threw ${error}`;
  if (value.exit === 3) return "a bug report";
  const isChanged = (/** @type {string} */ path) => found[path] !== before[path];
  const [, file = ""] = /^error (\S+) cannot be written: .* It is as it was/m.exec(value.err) ?? [];
  if (isChanged(file)) return `says that it is as it was: ${file}`;
  const changed = findDifferences(found, before).filter((path) => !isOwn(path));
  if (file !== "" && !isAlone && changed.length > 0) return `says that all are as they were: ${changed[0]}`;
  const left = findDifferences(found, after).filter((path) => !isOwn(path));
  return value.exit === 0 && left.length > 0 ? `exit 0, and not written: ${left[0]}` : undefined;
}

/**
 * @param {string} folder
 * @param {readonly string[]} args
 * @param {Record<string, string>} after
 */
async function findUnfinished(folder, args, after) {
  const again = await runHere(folder, args);
  if (again.exit !== 0) return `the next run: exit ${again.exit}: ${again.err.split("\n")[0]}`;
  const differ = findDifferences(readTree(folder), after);
  return differ.length > 0 ? `the next run did not finish: ${differ.slice(0, 3).join(", ")}` : undefined;
}

const { values } = parseArgs({
  options: {
    every: { type: "string" },
    from: { type: "string" },
    only: { type: "string", multiple: true },
    fault: { type: "string", multiple: true },
  },
});
const faults = values.fault ?? FAULTS;
const tally = new Tally();
let reached = "";
for (const signal of ["SIGINT", "SIGTERM"]) {
  process.on(signal, () => {
    process.stdout.write(`${tally.print()}ended after ${reached}\n`);
    rmSync(home, { recursive: true, force: true });
    process.exit(1);
  });
}
const home = mkdtempSync(join(tmpdir(), "shapelog-crashes-"));
try {
  for (const scenario of await createScenarios(home, runHere, values.only)) {
    const [from, every] = [Number(values.from ?? 1), Number(values.every ?? 1)];
    await attack(scenario, { folder: join(home, "work"), from, every, faults, tally });
  }
} finally {
  rmSync(home, { recursive: true, force: true });
}
process.stdout.write(tally.print());
process.exitCode = tally.failed === 0 ? 0 : 1;
