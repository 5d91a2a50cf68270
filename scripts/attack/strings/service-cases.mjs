import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath, pathToFileURL } from "node:url";
import parseChangeset from "@changesets/parse";
import { MARK } from "./hostile-strings.mjs";
import { createBotocoreText } from "./models.mjs";
import { scanPrinted } from "./print-cases.mjs";
import * as scan from "./scan.mjs";
import { scanCode, transpile } from "./scan-code.mjs";

/** @import { Case } from "./cases.mjs" */
/** @import { Workspace } from "./workspace.mjs" */

const BIN = fileURLToPath(new URL("../../../packages/cli/bin/shapelog.js", import.meta.url));
const PACKAGE = "packages/events";
const SERVICE = {
  model: "models/events/model.json",
  ledger: "models/events/ledger",
  package: { name: "@example/events", folder: PACKAGE },
};
const SITE = { title: "Events", baseUrl: "https://docs.example.com/" };

/** @type {readonly Case[]} */
export const serviceCases = [
  { name: "record, build, check", check: record },
  { name: "site", check: site },
  { name: "history", check: history },
  { name: "upgrade", check: upgrade },
  { name: "the binary", check: binary },
];

/**
 * Records the first revision and, with the strings in its note, the second.
 * @param {Workspace} workspace
 */
async function recordBoth({ run, read, write, strings }) {
  const title = strings.find(({ text }) => text !== "")?.text ?? "Events";
  write(
    "shapelog.config.json",
    JSON.stringify({
      services: { events: { ...SERVICE, package: { ...SERVICE.package, description: title } } },
      site: { ...SITE, title },
    }),
  );
  write(SERVICE.model, read("before.json"));
  const first = await run(["record", "--date", "2017-11-28", "--no-changeset"]);
  write(SERVICE.model, read("after.json"));
  const note = strings.slice(0, 5).map(({ text }) => text);
  const source = strings.at(-1)?.text || "source";
  const second = await run([
    "record",
    "--date",
    "2022-08-18",
    "--note",
    `x${note.join(" ")}`,
    "--source",
    source,
  ]);
  return (
    scanPrinted(first, scan.scanText) ??
    scanPrinted(second, scan.scanText) ??
    (second.exit === 0 ? undefined : second.err.slice(0, 300))
  );
}

/** @param {Workspace} workspace */
async function record(workspace) {
  const { run, read, write, list } = workspace;
  const problem =
    (await recordBoth(workspace)) ??
    scanPrinted(await run(["build"]), scan.scanText) ??
    (await scanPackage(workspace));
  if (problem) return problem;
  const changeset = list(".changeset").find((path) => path.includes("events-2022-08-18")) ?? "";
  const { releases, summary } = parseChangeset(read(changeset));
  if (releases.length !== 1 || releases[0]?.name !== "@example/events")
    return `a changeset of ${JSON.stringify(releases)}`;
  // As the release tool moves it.
  const [line = "", ...lines] = summary.split("\n").map((each) => each.trimEnd());
  write(
    `${PACKAGE}/CHANGELOG.md`,
    `${read(`${PACKAGE}/CHANGELOG.md`)}\n- 1234567: ${line}\n${lines.map((each) => `  ${each}`).join("\n")}\n`,
  );
  // A note is Markdown, in which its author may put a picture.
  return (await checkRepair(workspace)) ?? scan.scanDocument(summary.replaceAll("![", "["));
}

/** @param {Workspace} workspace */
async function upgrade(workspace) {
  const { run, write, strings } = workspace;
  const problem = await recordBoth(workspace);
  if (problem) return problem;
  write("traffic.jsonl", strings.map(({ text }) => `${text}\n`).join(""));
  const scanners = { text: scan.scanText, markdown: scan.scanDocument, json: scan.scanJson };
  for (const [format, scanner] of Object.entries(scanners)) {
    const args = ["upgrade", "events", "2017-11-28..2022-08-18", "--format", format, "--fail-on", "never"];
    const found = scanPrinted(await run([...args, "--traffic", "traffic.jsonl"]), scanner);
    if (found) return `${format}: ${found}`;
  }
  return undefined;
}

/** @param {Workspace} workspace */
async function checkRepair({ run, read, list }) {
  for (let times = 0; times < 2; times++) {
    const before = list(".changeset").map(read).join("") + read(`${PACKAGE}/CHANGELOG.md`);
    const repaired = await run(["record", "--changeset-only"]);
    const after = list(".changeset").map(read).join("") + read(`${PACKAGE}/CHANGELOG.md`);
    const problem = scanPrinted(repaired, scan.scanText);
    if (problem) return problem;
    if (times > 0 && before !== after) return `a second repair changes it: ${repaired.out}`;
  }
  for (const format of ["text", "json", "sarif", "github"]) {
    const printed = await run(["check", "--format", format]);
    const scanner =
      format === "json"
        ? scan.scanJson
        : format === "sarif"
          ? scan.scanSarif
          : format === "github"
            ? scan.scanAnnotations
            : scan.scanText;
    const problem = scanPrinted(printed, scanner);
    if (problem) return `check ${format}: ${problem}`;
  }
  return undefined;
}

/**
 * Generated code has the strings as strings, and runs nothing of them.
 * @param {Workspace} workspace
 */
async function scanPackage({ folder, list, read, write }) {
  const files = list(PACKAGE);
  for (const path of files) {
    const text = read(path);
    if (path.endsWith(".ts")) {
      const problem = scanCode(path, text);
      if (problem) return problem;
      write(path.replace(`${PACKAGE}/src/`, "run/").replace(/\.ts$/, ".js"), transpile(text));
    }
    if (path.endsWith(".json")) JSON.parse(text);
    if (path.endsWith("README.md")) {
      const problem = scan.scanDocument(text);
      if (problem) return `${path}: ${problem}`;
    }
  }
  return files.some((path) => path.endsWith("validators.ts"))
    ? runValidators(folder, write)
    : "no validators";
}

/**
 * @param {string} folder
 * @param {Workspace["write"]} write
 */
async function runValidators(folder, write) {
  let calls = 0;
  Object.defineProperty(globalThis, MARK, { configurable: true, value: () => calls++ });
  write("run/package.json", '{"type": "module"}');
  mkdirSync(join(folder, "run/node_modules/@shapelog"), { recursive: true });
  symlinkSync(
    fileURLToPath(new URL("../../../packages/runtime", import.meta.url)),
    join(folder, "run/node_modules/@shapelog/runtime"),
  );
  const module = await import(pathToFileURL(join(folder, "run/validators.js")).href);
  await import(pathToFileURL(join(folder, "run/index.js")).href);
  for (const name of Object.keys(module)) {
    if (typeof module[name] !== "function") continue;
    for (const value of [{}, { text: MARK, thing: { enum0: MARK } }, MARK, null]) module[name](value);
  }
  return calls === 0 ? undefined : `${calls} calls while the validators ran`;
}

/** @param {Workspace} workspace */
async function site(workspace) {
  const problem = await recordBoth(workspace);
  if (problem) return problem;
  const built = await workspace.run(["site", "--out", "public"]);
  const printed = scanPrinted(built, scan.scanText);
  if (printed || built.exit !== 0) return printed ?? built.err.slice(0, 300);
  for (const path of workspace.list("public")) {
    const found = scanSiteFile(path, workspace.read(path));
    if (found) return `${path}: ${found}`;
  }
  return undefined;
}

/**
 * @param {string} path
 * @param {string} text
 */
function scanSiteFile(path, text) {
  if (path.includes(MARK)) return "a name in a path";
  if (path.endsWith(".html")) return scan.scanHtml(text);
  if (path.endsWith(".md")) return scan.scanDocument(text);
  if (/\.(?:xml|atom|rss|svg)$/.test(path)) return scan.scanXml(text);
  if (/\.(?:json|webmanifest)$/.test(path)) JSON.parse(text);
  if (path.endsWith(".js")) return scanCode(path, text);
  return undefined;
}

/** @param {Workspace} workspace */
async function history({ folder, run, strings, write }) {
  const path = "botocore/data/events/2020-01-01/service-2.json";
  /** @param {readonly string[]} args */
  const git = (...args) => {
    const env = { ...process.env, GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1" };
    const person = ["-c", "user.name=A", "-c", "user.email=a@example.com"];
    execFileSync("git", [...person, ...args], { cwd: join(folder, "repo"), env, stdio: "pipe" });
  };
  mkdirSync(join(folder, "repo"));
  git("init", "--quiet");
  for (const [index, part] of [strings.slice(0, Math.ceil(strings.length / 2)), strings].entries()) {
    write(`repo/${path}`, createBotocoreText(index === 0 ? part : part.toReversed()));
    const note = {
      category: strings[0]?.text,
      description: strings.map(({ text }) => text).join(" "),
      type: "api-change",
    };
    write(`repo/.changes/1.${index}.0.json`, JSON.stringify([note, { ...note, category: "``events``" }]));
    git("add", "-A");
    git("commit", "--quiet", "-m", `x${strings[1]?.text.replaceAll("\0", "") ?? ""}`);
  }
  const text = await run([
    "history",
    "repo",
    "--out",
    "history",
    "--silent",
    "--workers",
    "1",
    "--fail-on",
    "never",
  ]);
  const json = await run([
    "history",
    "repo",
    "--out",
    "history",
    "--silent",
    "--workers",
    "1",
    "--format",
    "json",
    "--fail-on",
    "never",
  ]);
  if (text.exit !== 0) return `exit ${text.exit}: ${text.err.slice(0, 300)}`;
  return scanPrinted(text, scan.scanText) ?? scanPrinted(json, scan.scanJson);
}

/**
 * The command itself, in a process.
 * @param {Workspace} workspace
 */
async function binary({ folder }) {
  for (const [args, scanner] of /** @type {const} */ ([
    [["diff", "before.json", "after.json", "--color", "always", "--all"], scan.scanText],
    [["validate", "broken.json", "--format", "github"], scan.scanAnnotations],
    [["validate", "broken.json"], scan.scanText],
    [["diff", "before.json", "after.json", "--view", "json"], scan.scanJson],
  ])) {
    const problem = scanner(runBinary(folder, args));
    if (problem) return `${args.join(" ")}: ${problem}`;
  }
  return undefined;
}

/**
 * @param {string} cwd
 * @param {readonly string[]} args
 */
function runBinary(cwd, args) {
  try {
    return execFileSync(process.execPath, [BIN, ...args], {
      cwd,
      encoding: "utf8",
      stdio: "pipe",
      maxBuffer: 1 << 28,
    });
  } catch (error) {
    const { stdout, stderr, status } = /** @type {{ stdout: string, stderr: string, status: number }} */ (
      error
    );
    if (status > 2) throw new Error(`exit ${status}: ${stderr}`);
    return stdout;
  }
}
