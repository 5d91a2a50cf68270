// Holds `shapelog import` against real models: each is imported into a folder of its own, whole and as one to three of
// its operations, and then recorded, built and checked. All of that has to end with 0. Prints how many of the models have
// what kind of event.
//
//   node scripts/check-import.mjs CLONE... [--services 70] [--service NAME] [--mode whole|operations] [--keep FOLDER]
//
// Each CLONE is a clone of boto/botocore or of aws/api-models-aws, bare or not; build first. The services are taken evenly
// over the names of all clones. Exits with 1 where a command does not end with 0.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";
import { runGit, runGitBytes } from "../packages/cli/dist/git/start-git.js";
import { run } from "../packages/cli/dist/program.js";
import { openGit } from "./open-git.mjs";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    services: { type: "string", default: "70" },
    service: { type: "string" },
    mode: { type: "string" },
    keep: { type: "string" },
  },
});
if (positionals.length === 0) {
  console.error(
    "usage: node scripts/check-import.mjs CLONE... [--services 70] [--service NAME] [--mode MODE]",
  );
  process.exit(2);
}

const CONFIG = {
  services: {
    it: {
      model: "models/model.smithy",
      ledger: "models/ledger",
      package: { name: "@example/it", folder: "package", license: "MIT" },
    },
  },
};

/** @typedef {{ readonly name: string, readonly git: ReturnType<typeof openGit>, readonly files: readonly string[] }} Service */

/** The files of a service's folder that a model is made of, and what may stand beside them. */
const MODEL =
  /^(?:botocore\/data\/([^/]+)\/[^/]+\/service-2\.json|(?:models\/)?([^/]+)\/service\/[^/]+\/[^/]+\.json)$/;

const services = (await Promise.all(positionals.map(findServices))).flat();
const named = services.filter(({ name }) => values.service === undefined || name === values.service);
const step = Math.max(1, named.length / Number(values.services));
const modes = ["whole", "operations"].filter((mode) => values.mode === undefined || mode === values.mode);
/** @type {Map<string, number>} */
const counts = new Map();
let runs = 0;
let failures = 0;
for (let index = 0; index < named.length; index += step) {
  const service = named[Math.floor(index)];
  if (service) for (const mode of modes) await tryService(service, mode);
}
console.log(`${runs} imports, ${failures} of them not taken by what follows`);
for (const [what, count] of [...counts].sort((a, b) => b[1] - a[1])) console.log(`${count}\t${what}`);
if (runs === 0 || failures > 0) process.exitCode = 1;

/** @param {Service} service @param {string} mode */
async function tryService(service, mode) {
  const folder = mkdtempSync(join(values.keep ?? tmpdir(), "shapelog-import-"));
  try {
    const source = await writeSource(folder, service);
    writeFileSync(join(folder, "shapelog.config.json"), JSON.stringify(CONFIG));
    runs++;
    const operations =
      mode === "whole" ? [] : ["--operations", (await chooseOperations(folder, source)).join(",")];
    const commands = [
      ["import", source, "--service", "it", "--no-docs", ...operations],
      ["record", "--date", "2026-01-01", "--no-changeset"],
      ["build"],
      ["check", "--format", "json"],
    ];
    for (const command of commands) {
      const { exit, out, err } = await shapelog(folder, command);
      if (command[0] === "check") {
        /** @type {readonly { code: string, severity: string, message: string }[]} */
        const found = out === "" ? [] : JSON.parse(out);
        const kinds = found.map(({ code }) => (code.includes("/") ? code : code.replace(/\..*/s, "")));
        for (const kind of new Set(kinds)) add(`${mode} check ${kind}`);
        for (const { code, severity, message } of found)
          if (severity === "error") console.log(`${service.name} ${mode}: ${code} ${message}`);
      }
      if (exit === 0) continue;
      failures++;
      add(`${mode} ${command[0]} exit ${exit}`);
      const why = command[0] === "check" ? "" : `\n${`${err}${out}`.slice(0, 600)}`;
      console.log(`${service.name} ${mode}: ${command.join(" ")} ends with ${exit}${why}`);
      return;
    }
  } finally {
    if (values.keep === undefined) rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {string} what */
function add(what) {
  counts.set(what, (counts.get(what) ?? 0) + 1);
}

/** @param {string} clone @returns {Promise<Service[]>} */
async function findServices(clone) {
  const git = openGit(clone);
  const files = (await runGit(git, ["ls-tree", "-r", "--name-only", "HEAD"])).split("\n");
  /** @type {Map<string, Service>} */
  const newest = new Map();
  for (const file of files) {
    const [, botocore, smithy] = MODEL.exec(file) ?? [];
    const name = botocore ?? smithy;
    if (name === undefined) continue;
    const beside = botocore === undefined ? [file] : files.filter((path) => dirname(path) === dirname(file));
    newest.set(name, { name, git, files: beside });
  }
  return [...newest.values()];
}

/** @param {string} folder @param {Service} service */
async function writeSource(folder, { git, files }) {
  mkdirSync(join(folder, "source"));
  let model = "";
  for (const file of files) {
    const path = `source/${file.slice(file.lastIndexOf("/") + 1)}`;
    writeFileSync(join(folder, path), await runGitBytes(git, ["cat-file", "blob", `HEAD:${file}`]));
    if (MODEL.test(file)) model = path;
  }
  return model;
}

/** Returns one to three operations, always the same of a model. @param {string} folder @param {string} source */
async function chooseOperations(folder, source) {
  const { out } = await shapelog(folder, ["select", "operation", source]);
  const names = out.split("\n").flatMap((id) => id.split("#")[1] ?? []);
  const wanted = 1 + (names.length % 3);
  return names.filter((_, index) => index % Math.ceil(names.length / wanted) === 0);
}

/** @param {string} cwd @param {readonly string[]} args */
async function shapelog(cwd, args) {
  let out = "";
  let err = "";
  const exit = await run(
    args,
    {
      cwd,
      out: (text) => {
        out += text;
      },
      err: (text) => {
        err += text;
      },
      color: false,
      interactive: false,
      width: 100,
      readInput: async () => new Uint8Array(),
      today: () => "2026-01-01",
      untilStopped: async () => undefined,
    },
    "0.0.0",
  );
  return { exit, out, err };
}
