// What is attacked: commands that write, each with the files before, and what has to be there in the end.
import { execFileSync } from "node:child_process";
import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** @typedef {Readonly<Record<string, string>>} Files Texts by their paths. */

/**
 * @typedef {object} Scenario
 * @property {string} name
 * @property {Files} files The files before the command runs.
 * @property {readonly string[]} args
 * @property {string} [repository] A repository that is there as `repo`, outside what is written.
 */

export const FOREIGN = {
  "thesis.txt": "ten years of work\n",
  "packages/events/LICENSE": "mine\n",
  "packages/events/src/client.ts": "export const mine = 1;\n",
  "out/CNAME": "docs.example.com\n",
};

const CONFIG = {
  services: {
    events: {
      model: "models/events/model.smithy",
      ledger: "models/events/ledger",
      package: { name: "@example/events", folder: "packages/events" },
    },
  },
};

/** @param {readonly string[]} values */
function model(values) {
  return `$version: "2.0"

namespace example.events

/// Tells what happened.
service Events {
    version: "2020-01-01"
    operations: [ListEvents]
}

@readonly
operation ListEvents {
    input := {
        @required
        user: String
    }
    output := {
        events: EventList
    }
}

list EventList {
    member: Event
}

structure Event {
    response: Response
}

enum Response {
${values.map((value) => `    ${value.toUpperCase()} = "${value}"`).join("\n")}
}
`;
}

const BEFORE = model(["Success", "Failure"]);
const AFTER = model(["Pass", "Fail", "InProgress"]);

/** @param {readonly string[]} values */
function botocore(values) {
  return JSON.stringify({
    version: "2.0",
    metadata: {
      ...{ apiVersion: "2020-01-01", endpointPrefix: "events", protocol: "json", jsonVersion: "1.1" },
      ...{ serviceId: "Events", serviceFullName: "Events", targetPrefix: "Events", uid: "events-2020-01-01" },
    },
    operations: {
      List: { name: "List", http: { method: "POST", requestUri: "/" }, output: { shape: "ListOutput" } },
    },
    shapes: {
      ListOutput: { type: "structure", members: { response: { shape: "Response" } } },
      Response: { type: "string", enum: values },
    },
  });
}

/**
 * @callback Run
 * @param {string} cwd
 * @param {readonly string[]} args
 * @returns {Promise<{ exit: number, out: string, err: string }>}
 */

/**
 * Makes the scenarios in a folder of its own: those whose names begin as one of `only`, or all. `run` runs the command.
 * @param {string} folder
 * @param {Run} run
 * @param {readonly string[]} [only]
 * @returns {Promise<Scenario[]>}
 */
export async function createScenarios(folder, run, only = [""]) {
  const isChosen = (/** @type {string} */ name) => only.some((beginning) => name.startsWith(beginning));
  const base = join(folder, "base");
  const bare = { "shapelog.config.json": JSON.stringify(CONFIG), "models/events/model.smithy": BEFORE };
  writeTree(base, bare);
  await run(base, ["record", "--date", "2020-01-01", "--no-changeset"]);
  const recorded = readTree(base);
  await run(base, ["build"]);
  const built = readTree(base);
  if (isChosen("site, again")) await run(base, ["site", "--out", "out"]);
  const published = readTree(base);
  writeTree(base, { "models/events/model.smithy": AFTER });
  await run(base, ["record", "--date", "2022-08-17"]);
  const changed = readTree(base);
  rmSync(base, { recursive: true });
  const edited = { "models/events/model.smithy": AFTER };
  const loose = AFTER.replaceAll("    ", "\t");
  const source = { "source.json": botocore(["Pass", "Fail"]) };
  const { "out/CNAME": _, ...foreign } = FOREIGN;
  const repository = makeRepository(join(folder, "repository"));
  const scenarios = [
    { name: "build, first", files: { ...foreign, ...recorded }, args: ["build"] },
    { name: "build, again", files: { ...foreign, ...built, ...edited }, args: ["build"] },
    { name: "record", files: { ...foreign, ...built, ...edited }, args: ["record", "--date", "2022-08-18"] },
    {
      name: "record --amend",
      files: { ...foreign, ...changed },
      args: ["record", "--amend", "--date", "2022-08-18", "--note", "Other words."],
    },
    {
      name: "fmt",
      files: {
        ...foreign,
        "a.smithy": loose,
        "b/c.smithy": loose.replace("example.events", "example.other"),
      },
      args: ["fmt"],
    },
    {
      name: "ast",
      files: { ...foreign, ...edited },
      args: ["ast", "models/events/model.smithy", "--to", "idl", "--out", "idl"],
    },
    {
      name: "import, first",
      files: { ...foreign, ...source },
      args: ["import", "source.json", "--out", "new/model.smithy"],
    },
    {
      name: "import, again",
      files: { ...foreign, ...source, "new/model.smithy": AFTER.replace("example.events", "aws.events") },
      args: ["import", "source.json", "--out", "new/model.smithy"],
    },
    {
      name: "history",
      files: foreign,
      args: ["history", "REPO", "--out", "ledgers", "--workers", "0"],
      repository,
    },
    { name: "site, again", files: { ...FOREIGN, ...published, ...edited }, args: ["site", "--out", "out"] },
    { name: "site, first", files: { ...foreign, ...recorded }, args: ["site", "--out", "out"] },
  ];
  return scenarios.filter(({ name }) => isChosen(name));
}

/** @param {string} folder */
function makeRepository(folder) {
  const path = "botocore/data/events/2020-01-01/service-2.json";
  const date = { GIT_AUTHOR_DATE: "2020-01-02T12:00:00Z", GIT_COMMITTER_DATE: "2020-01-02T12:00:00Z" };
  const env = { ...process.env, ...date, GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1" };
  const person = ["-c", "user.name=A", "-c", "user.email=a@example.com"];
  const git = (/** @type {string[]} */ ...args) =>
    execFileSync("git", [...person, ...args], { cwd: folder, env, stdio: "pipe" });
  mkdirSync(folder, { recursive: true });
  git("init", "--quiet");
  for (const values of [["Success"], ["Success", "Failure"], ["Pass", "Fail"]]) {
    writeTree(folder, {
      [path]: botocore(values),
      [path.replaceAll("events", "other")]: botocore(values.slice(1)),
    });
    git("add", "--all");
    git("commit", "--quiet", "--message", "Change");
  }
  return folder;
}

/**
 * @param {Scenario} scenario
 * @param {string} folder
 */
export function prepare({ files, repository, args }, folder) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeTree(folder, files);
  return args.map((arg) => (arg === "REPO" && repository !== undefined ? repository : arg));
}

/**
 * @param {string} folder
 * @param {Files} files
 */
export function writeTree(folder, files) {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/**
 * Returns every file below a folder but for an index of a history, which tells how long it took.
 * @param {string} folder
 * @returns {Record<string, string>}
 */
export function readTree(folder) {
  if (!existsSync(folder)) return {};
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
  const files = paths.filter(
    (path) => lstatSync(join(folder, path)).isFile() && path !== "ledgers/index.json",
  );
  return Object.fromEntries(files.map((path) => [path, readFileSync(join(folder, path), "utf8")]));
}

/**
 * Returns whether a file is one of a lock.
 * @param {string} path
 */
export const isOwn = (path) => /(^|\/)\.shapelog-lock/.test(path);

/**
 * Returns what is wrong with a folder right after a fault: a file that is neither as it was nor as it is to be.
 * @param {Files} found
 * @param {{ before: Files, after: Files }} sides
 */
export function findTorn(found, { before, after }) {
  const paths = new Set([...Object.keys(found), ...Object.keys(before)].filter((path) => !isOwn(path)));
  return [...paths].filter((path) => found[path] !== before[path] && found[path] !== after[path]);
}

/**
 * Returns the paths that differ.
 * @param {Files} found
 * @param {Files} expected
 */
export function findDifferences(found, expected) {
  const paths = new Set([...Object.keys(found), ...Object.keys(expected)]);
  return [...paths].filter((path) => found[path] !== expected[path]);
}
