// Compares `shapelog validate` of one service, as a whole process, with Smithy's own command where its command line is
// given, and with an empty process (`node -e 0`) and the least that any such command has to do: a process that reads the
// file and parses it.
//
//   node benchmarks/validate-command.mjs [SMITHY_COMMAND] [ROUNDS]
//   node benchmarks/validate-command.mjs "java -jar smithy-cli.jar" 5
//
// Makes the model itself, always the same, in Smithy JSON AST and in Smithy IDL. Build first: `npm run build`. In each
// round all are run in turn; what counts is the quickest run of each, since a busy machine can only add.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { createBenchModel } from "./processes/bench-model.mjs";
import { compareProcesses } from "./processes/compare-processes.mjs";

const CLI = fileURLToPath(new URL("../packages/cli/bin/shapelog.js", import.meta.url));

const [smithy = "", rounds = "15"] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), "shapelog-validate-"));
try {
  compare(folder, smithy.split(/\s+/).filter(Boolean), Number(rounds));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/**
 * @param {string} cwd
 * @param {readonly string[]} smithyCommand
 * @param {number} rounds
 */
function compare(cwd, smithyCommand, rounds) {
  const node = process.execPath;
  const [json, idl] = [join(cwd, "model.json"), join(cwd, "model.smithy")];
  writeFileSync(json, JSON.stringify(createBenchModel(false), null, 2));
  writeFileSync(idl, execFileSync(node, [CLI, "ast", "--to", "idl", json], { maxBuffer: 2 ** 28 }));
  const read = "JSON.parse(fs.readFileSync(process.argv[1], 'utf8'))";
  /** @type {Record<string, string[]>} */
  const contenders = {
    "node -e 0": [node, "-e", "0"],
    "read and parse": [node, "-e", read, json],
    "shapelog validate model.json": [node, CLI, "validate", json],
    "shapelog validate model.smithy": [node, CLI, "validate", idl],
    "shapelog fmt --check model.smithy": [node, CLI, "fmt", "--check", idl],
    "shapelog select": [node, CLI, "select", "operation :not([trait|readonly])", json],
  };
  if (smithyCommand.length > 0) {
    for (const path of [json, idl])
      contenders[`smithy validate ${path === json ? "model.json" : "model.smithy"}`] = [
        ...smithyCommand,
        "validate",
        path,
      ];
  }
  const rows = compareProcesses(contenders, { cwd, rounds, yardsticks: ["node -e 0", "read and parse"] });
  const sizes = [json, idl].map((path) => `${(statSync(path).size / 1e6).toFixed(2)} MB`);
  console.log(`${sizes.join(" and ")}, ${rounds} rounds, node ${process.version}`);
  console.table(rows);
}
