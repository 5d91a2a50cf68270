// Compares `shapelog diff` of two models of 1.2 MB, as a whole process, with an empty process (`node -e 0`) and with the
// least that any such command has to do: a process that reads both files and parses them.
//
//   node benchmarks/diff-command.mjs [ROUNDS]
//
// Makes the two models itself, always the same. Build first: `npm run build`. In each round all are run in turn; what
// counts is the quickest run of each, since a busy machine can only add. Run it twice: a ratio that moves by more than a
// tenth asks for more rounds.
import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { createBenchModel } from "./processes/bench-model.mjs";
import { compareProcesses } from "./processes/compare-processes.mjs";

const CLI = fileURLToPath(new URL("../packages/cli/bin/shapelog.js", import.meta.url));

const folder = mkdtempSync(join(tmpdir(), "shapelog-diff-"));
try {
  compare(folder, Number(process.argv[2] ?? 15));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/**
 * @param {string} folder
 * @param {number} rounds
 */
function compare(folder, rounds) {
  const [before, after] = [join(folder, "before.json"), join(folder, "after.json")];
  writeFileSync(before, JSON.stringify(createBenchModel(false), null, 2));
  writeFileSync(after, JSON.stringify(createBenchModel(true), null, 2));
  const read = "for (const path of process.argv.slice(1)) JSON.parse(fs.readFileSync(path, 'utf8'))";
  const node = process.execPath;
  const contenders = {
    "node -e 0": [node, "-e", "0"],
    "read and parse": [node, "-e", read, before, after],
    "shapelog --version": [node, CLI, "--version"],
    "shapelog diff": [node, CLI, "diff", before, after, "--fail-on", "never"],
    "shapelog diff --view json": [node, CLI, "diff", before, after, "--fail-on", "never", "--view", "json"],
  };
  const rows = compareProcesses(contenders, {
    cwd: folder,
    rounds,
    yardsticks: ["node -e 0", "read and parse"],
  });
  const sizes = [before, after].map((path) => `${(statSync(path).size / 1e6).toFixed(2)} MB`);
  console.log(`${sizes.join(" and ")}, ${rounds} rounds, node ${process.version}`);
  console.table(rows);
}
