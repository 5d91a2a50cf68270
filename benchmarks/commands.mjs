// Compares the short commands, as whole processes side by side, with an empty process (`node -e 0`) and with a process that
// reads and parses one of their models. The last column is the most that a command may take of the empty process.
//
//   node benchmarks/commands.mjs [ROUNDS] [COMMAND...]
//   node benchmarks/commands.mjs 15 /elsewhere/packages/cli/bin/shapelog.js
//
// Makes two models of 1.2 MB itself, always the same. Build first: `npm run build`. In each round all are run in turn; what
// counts is the quickest run of each, since a busy machine can only add, and the middle one beside it. Where they tell
// different things, the machine is busy: ask for more rounds. Several commands are compared with each other.
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { createBenchModel } from "./processes/bench-model.mjs";
import { compareProcesses } from "./processes/compare-processes.mjs";

const CLI = fileURLToPath(new URL("../packages/cli/bin/shapelog.js", import.meta.url));
const EMPTY = "node -e 0";

/**
 * The most that each may take of an empty process.
 * @type {Record<string, number>}
 */
const AT_MOST = {
  "--version": 1.3,
  fmt: 2.5,
  select: 2.5,
  "validate model.json": 4,
  diff: 3,
  "check, nothing changed": 4,
};

const [rounds = "15", ...others] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), "shapelog-commands-"));
try {
  compare(folder, Number(rounds), [CLI, ...others.map((path) => resolve(path))]);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/**
 * @param {string} cwd
 * @param {number} rounds
 * @param {readonly string[]} commands
 */
function compare(cwd, rounds, commands) {
  const models = writeModels(cwd);
  const node = process.execPath;
  const read = "JSON.parse(fs.readFileSync(process.argv[1], 'utf8'))";
  /** @type {Record<string, readonly string[]>} */
  const contenders = { [EMPTY]: [node, "-e", "0"], "read and parse": [node, "-e", read, models.before] };
  /** @type {Record<string, number | undefined>} */
  const limits = {};
  commands.forEach((command, index) => {
    for (const [name, args] of Object.entries(listRuns(models))) {
      const shown = index === 0 ? `shapelog ${name}` : `${index}: shapelog ${name}`;
      contenders[shown] =
        args[0] === "check" ? runIn(models.service, command, args) : [node, command, ...args];
      limits[shown] = AT_MOST[name];
    }
  });
  const rows = compareProcesses(contenders, { cwd, rounds, yardsticks: [EMPTY] });
  for (const [name, row] of Object.entries(rows)) row["at most"] = limits[name] ?? "";
  const sizes = [models.before, models.after, models.idl].map(
    (path) => `${(statSync(path).size / 1e6).toFixed(2)} MB`,
  );
  console.log(`${sizes.join(", ")}, ${rounds} rounds, node ${process.version}`);
  console.table(rows);
}

/** @param {string} folder */
function writeModels(folder) {
  const before = join(folder, "before.json");
  const after = join(folder, "after.json");
  const idl = join(folder, "model.smithy");
  const service = join(folder, "service");
  writeFileSync(before, JSON.stringify(createBenchModel(false), null, 2));
  writeFileSync(after, JSON.stringify(createBenchModel(true), null, 2));
  const print = [CLI, "ast", "--to", "idl", before];
  writeFileSync(idl, execFileSync(process.execPath, print, { maxBuffer: 2 ** 28 }));
  createService(service, before);
  return { before, after, idl, service };
}

/**
 * Returns a process that runs the command in a folder below.
 * @param {string} folder
 * @param {string} command
 * @param {readonly string[]} args
 */
function runIn(folder, command, args) {
  const [place, path] = [JSON.stringify(folder), JSON.stringify(command)];
  const script = `process.chdir(${place}); process.argv.splice(1, 0, ${path}); require(${path})`;
  return [process.execPath, "-e", script, "--", ...args];
}

/**
 * Makes a service of a model, recorded, built and checked once, so that nothing has changed when it is checked again.
 * @param {string} folder
 * @param {string} model
 */
function createService(folder, model) {
  // Where such a folder is, `check` keeps what it found.
  mkdirSync(join(folder, "node_modules"), { recursive: true });
  const own = { name: "@example/bench", folder: "package", license: "MIT" };
  const services = { bench: { model: "model.json", ledger: "ledger", package: own } };
  writeFileSync(join(folder, "shapelog.config.json"), JSON.stringify({ services }));
  copyFileSync(model, join(folder, "model.json"));
  for (const args of [["record", "--no-changeset"], ["build"], ["check", "--fail-on", "never"]])
    execFileSync(process.execPath, [CLI, ...args], { cwd: folder, stdio: "pipe", maxBuffer: 2 ** 28 });
}

/** @param {{ readonly before: string, readonly after: string, readonly idl: string }} models */
function listRuns({ before, after, idl }) {
  return {
    "--version": ["--version"],
    fmt: ["fmt", "--check", idl],
    select: ["select", "operation :not([trait|readonly])", before],
    "validate model.json": ["validate", before],
    "validate model.smithy": ["validate", idl],
    diff: ["diff", before, after, "--fail-on", "never"],
    "check, nothing changed": ["check", "--fail-on", "never"],
  };
}
