// Compares `shapelog diff` of two models of 1.2 MB, as a whole process, with an empty process (`node -e 0`) and with the
// least that any such command has to do: a process that reads both files and parses them.
//
//   node benchmarks/diff-command.mjs [ROUNDS]
//
// Makes the two models itself, always the same. Build first: `npm run build`. In each round all are run in turn; what
// counts is the quickest run of each, since a busy machine can only add. Run it twice: a ratio that moves by more than a
// tenth asks for more rounds.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";

const CLI = fileURLToPath(new URL("../packages/cli/bin/shapelog.js", import.meta.url));
const OPERATIONS = 102;
const MEMBERS = 12;
const WORDS =
  "the name of each value that a caller sends or reads once per request and its time in seconds".split(" ");

const folder = mkdtempSync(join(tmpdir(), "shapelog-diff-"));
try {
  compare(folder, Number(process.argv[2] ?? 15));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function compare(folder, rounds) {
  const [before, after] = ["before.json", "after.json"].map((name) => join(folder, name));
  writeFileSync(before, JSON.stringify(createModel(false), null, 2));
  writeFileSync(after, JSON.stringify(createModel(true), null, 2));
  const read = "for (const path of process.argv.slice(1)) JSON.parse(fs.readFileSync(path, 'utf8'))";
  const contenders = {
    "node -e 0": ["-e", "0"],
    "read and parse": ["-e", read, before, after],
    "shapelog --version": [CLI, "--version"],
    "shapelog diff": [CLI, "diff", before, after, "--fail-on", "never"],
    "shapelog diff --view json": [CLI, "diff", before, after, "--fail-on", "never", "--view", "json"],
  };
  const quickest = {};
  for (let round = 0; round < rounds; round++) {
    for (const [name, args] of Object.entries(contenders))
      quickest[name] = Math.min(quickest[name] ?? Number.POSITIVE_INFINITY, time(folder, args));
  }
  const rows = Object.entries(quickest).map(([name, ms]) => [
    name,
    {
      ms: Math.round(ms),
      "/ node -e 0": round2(ms / quickest["node -e 0"]),
      "/ read and parse": round2(ms / quickest["read and parse"]),
    },
  ]);
  const sizes = [before, after].map((path) => `${(statSync(path).size / 1e6).toFixed(2)} MB`);
  console.log(`${sizes.join(" and ")}, ${rounds} rounds, node ${process.version}`);
  console.table(Object.fromEntries(rows));
}

function time(cwd, args) {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { cwd, encoding: "utf8", maxBuffer: 2 ** 28 });
  const milliseconds = performance.now() - start;
  if (status !== 0) throw new Error(stderr);
  return milliseconds;
}

function round2(value) {
  return Math.round(value * 100) / 100;
}

/** A service as Smithy JSON. The later one differs in about one operation of six, in all the usual ways. */
function createModel(isLater) {
  const shapes = {};
  const operations = [];
  for (let index = 0; index < OPERATIONS + (isLater ? 3 : 0); index++) {
    addOperation(shapes, index, isLater && index % 6 === 0);
    operations.push({ target: id(`Operation${index}`) });
  }
  shapes[id("Bench")] = { type: "service", version: "2024-01-01", operations, traits: doc(0, 40) };
  return { smithy: "2.0", shapes };
}

function addOperation(shapes, index, isEdited) {
  const name = (suffix) => id(`Operation${index}${suffix}`);
  shapes[name("")] = {
    type: "operation",
    input: { target: name("Request") },
    output: { target: name("Response") },
    errors: [{ target: name("Exception") }],
    traits: doc(index, 30 + (isEdited ? 1 : 0)),
  };
  shapes[name("Request")] = structure(index, members(index, name("State"), isEdited));
  shapes[name("Response")] = structure(index + 1, {
    ...members(index + 1, name("State"), false),
    Items: { target: name("Items"), traits: doc(index + 2, 12) },
    ...(isEdited ? { Added: { target: "smithy.api#String", traits: doc(index, 20) } } : {}),
  });
  shapes[name("Items")] = { type: "list", member: { target: name("Item") }, traits: doc(index, 8) };
  shapes[name("Item")] = structure(index + 3, members(index + 3, name("State"), false));
  shapes[name("Exception")] = {
    ...structure(index, { Message: { target: "smithy.api#String" } }),
    traits: { "smithy.api#error": "client", ...doc(index, 10) },
  };
  shapes[name("State")] = enumeration(
    isEdited ? ["ACTIVE", "DELETED", "PAUSED"] : ["ACTIVE", "DELETED", "FAILED"],
  );
}

function members(index, state, isEdited) {
  const all = Array.from({ length: MEMBERS }, (_, at) => [
    `Member${at}`,
    {
      target: at % 4 === 0 ? state : "smithy.api#String",
      traits: { ...doc(index + at, 18), ...(isEdited && at === 1 ? { "smithy.api#required": {} } : {}) },
    },
  ]);
  return Object.fromEntries(isEdited ? all.slice(0, -1) : all);
}

function structure(index, members) {
  return { type: "structure", members, traits: doc(index, 15) };
}

function enumeration(values) {
  const members = values.map((value) => [
    value,
    { target: "smithy.api#Unit", traits: { "smithy.api#enumValue": value } },
  ]);
  return { type: "enum", members: Object.fromEntries(members) };
}

function doc(seed, length) {
  const words = Array.from({ length }, (_, at) => WORDS[(seed * 7 + at * 5) % WORDS.length]);
  return { "smithy.api#documentation": `<p>${words.join(" ")}.</p>` };
}

function id(name) {
  return `example.bench#${name}`;
}
