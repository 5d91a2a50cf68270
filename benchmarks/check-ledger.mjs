// Compares `shapelog check` of a service whose ledger has 500 revisions, as a whole process and with nothing kept from an
// earlier run, with an empty process (`node -e 0`) and with the least that it has to do: a process that reads the same
// files and parses those of the ledger. Fails where a check takes more than ten seconds.
//
//   node benchmarks/check-ledger.mjs [ROUNDS]
//
// Makes the service itself, always the same. Build first: `npm run build`. In each round all are run in turn; what counts
// is the quickest run of each, since a busy machine can only add.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { run } from "@shapelog/cli";
import { createLedger } from "./processes/bench-ledger.mjs";
import { compareProcesses } from "./processes/compare-processes.mjs";

const CLI = fileURLToPath(new URL("../packages/cli/bin/shapelog.js", import.meta.url));
const REVISIONS = 500;
const MOST_MILLISECONDS = 10_000;

const folder = mkdtempSync(join(tmpdir(), "shapelog-ledger-"));
try {
  await createService();
  compare(Number(process.argv[2] ?? 5));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Writes the configuration, the model and its ledger, and builds the package, whose changelog tells of every revision. */
async function createService() {
  const service = {
    model: "model.json",
    ledger: "ledger",
    package: { name: "@example/bench", folder: "package" },
  };
  writeFileSync(join(folder, "shapelog.config.json"), JSON.stringify({ services: { bench: service } }));
  mkdirSync(join(folder, "ledger"));
  const { model, files } = createLedger("bench", REVISIONS);
  writeFileSync(join(folder, "model.json"), model);
  for (const { name, text } of files) writeFileSync(join(folder, "ledger", name), text);
  let told = "";
  const exit = await run(
    ["build"],
    {
      cwd: folder,
      out: () => undefined,
      err: (text) => {
        told += text;
      },
      color: false,
      interactive: false,
      width: 100,
      readInput: async () => Buffer.alloc(0),
      today: () => "2024-01-01",
      untilStopped: async () => undefined,
    },
    "0.0.0",
  );
  if (exit !== 0) throw new Error(`The package was not built: ${told}`);
}

/** @param {number} rounds */
function compare(rounds) {
  const read =
    "for (const name of fs.readdirSync('ledger')) JSON.parse(fs.readFileSync('ledger/' + name, 'utf8')); for (const each of fs.readdirSync('package', { recursive: true, withFileTypes: true })) if (each.isFile()) fs.readFileSync(each.parentPath + '/' + each.name)";
  const node = process.execPath;
  const contenders = {
    "node -e 0": [node, "-e", "0"],
    "read and parse": [node, "-e", read],
    "shapelog check": [node, CLI, "check"],
  };
  const yardsticks = ["node -e 0", "read and parse"];
  const rows = compareProcesses(contenders, { cwd: folder, rounds, yardsticks });
  console.table(rows);
  const taken = Number(rows["shapelog check"]?.ms);
  if (taken <= MOST_MILLISECONDS) return;
  console.error(
    `A check of ${REVISIONS} revisions took ${Math.round(taken)} ms; the goal is ${MOST_MILLISECONDS} ms.`,
  );
  process.exitCode = 1;
}
