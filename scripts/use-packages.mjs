// Uses packages in a folder that has nothing but them, as a stranger would.
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { root } from "./install.mjs";

const MODEL = (/** @type {string} */ values) => `$version: "2.0"

namespace example

/// Events.
service Events {
    version: "1"
    operations: [
        ListEvents
    ]
}

/// Lists events.
@readonly
operation ListEvents {
    output := {
        Kind: Kind
    }
}

enum Kind {
${values}
}
`;
const FILES = [
  { path: "old.smithy", text: MODEL("    SIGN_IN\n    SIGN_UP") },
  { path: "new.smithy", text: MODEL("    SIGN_IN\n    JOIN") },
];

/** What the commands at the top of the README have to say of the two models, and how they end. */
const EXPECTED = [
  { command: "diff", exit: 1, text: "− SIGN_UP" },
  { command: "validate", exit: 0, text: "nothing found" },
];

/**
 * Runs the commands at the top of the README with the command that is installed, and returns how many there are.
 * @param {string} home
 */
export function useCommand(home) {
  for (const { path, text } of FILES) writeFileSync(join(home, path), text);
  const [, block = ""] = /```sh\n([\s\S]*?)```/.exec(readFileSync(join(root, "README.md"), "utf8")) ?? [];
  const commands = block.split("\n").filter((line) => line.startsWith("npx "));
  for (const { command, exit, text } of EXPECTED) {
    const line = commands.find((each) => each.startsWith(`npx shapelog ${command} `));
    if (line === undefined) throw new Error(`The README does not start with npx shapelog ${command}`);
    const words = line.replace(/#.*/, "").trim().split(" ");
    const { status, stdout, stderr } = spawnSync("npx", ["--no", ...words.slice(1)], {
      cwd: home,
      encoding: "utf8",
      shell: process.platform === "win32",
    });
    if (status !== exit || !stdout.includes(text)) {
      throw new Error(`${line} ends with ${status} and says: ${stdout}${stderr}`);
    }
  }
  return commands.length;
}

/**
 * Makes this repository's packages with the installed command, follows a history with a thread, prints a page, and
 * compiles a program against its types: all of it has to be in the bundle.
 * @param {string} home
 */
export function useBundle(home) {
  const ours = readdirSync(join(home, "node_modules/@shapelog"));
  if (ours.length > 1) throw new Error(`the command is installed with ${ours.join(", ")}`);
  for (const name of ["docs", "models", "shapelog.config.json", "tsconfig.base.json"])
    cpSync(join(root, name), join(home, name), { recursive: true });
  const command = join(home, "node_modules/@shapelog/cli/bin/shapelog.js");
  const run = (/** @type {string[]} */ ...args) =>
    execFileSync(process.execPath, [command, ...args], { cwd: home, encoding: "utf8", stdio: "pipe" });
  run("build");
  run("check");
  run("site", "--out", "site");
  if (!run("completion", "bash").includes("shapelog")) throw new Error("completion has no script");
  if (!run("explain", "response.enum.value-removed").startsWith("# ")) throw new Error("explain has no page");
  followHistory(home, run);
  checkTypes(home);
}

/**
 * Follows a history of one commit, with a thread.
 * @param {string} home
 * @param {(...args: string[]) => string} run
 */
function followHistory(home, run) {
  const repository = join(home, "repository");
  const folder = join(repository, "botocore/data/events/2020-01-01");
  const names = { apiVersion: "2020-01-01", endpointPrefix: "events", protocol: "json", serviceId: "Events" };
  const model = { version: "2.0", metadata: names, operations: {}, shapes: {} };
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "service-2.json"), JSON.stringify(model));
  const git = (/** @type {string[]} */ ...args) =>
    execFileSync("git", args, { cwd: repository, stdio: "pipe" });
  git("init", "--quiet");
  git("add", ".");
  git("-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "--quiet", "--message", "All");
  run("history", "repository", "--out", "ledgers", "--workers", "1");
  if (readdirSync(join(home, "ledgers")).length === 0) throw new Error("history wrote nothing");
}

/** @param {string} home */
function checkTypes(home) {
  const program = `
    import { CONFIG_FILE, CONFIG_SCHEMA, type Config, EXIT, type ExitCode, run, type Terminal } from "@shapelog/cli";
    export const start = (terminal: Terminal): Promise<ExitCode> => run(["--help"], terminal, CONFIG_FILE);
    export const root = (config: Config): string => config.root;
    if (EXIT.bug !== 3 || typeof CONFIG_SCHEMA !== "object") throw new Error("the names are not what they were");
  `;
  writeFileSync(join(home, "use.mts"), program);
  const compiler = join(root, "node_modules/typescript/bin/tsc");
  const options = ["--module", "nodenext", "--strict", "--types", "", "use.mts"];
  execFileSync(process.execPath, [compiler, ...options], { cwd: home, stdio: "inherit" });
  execFileSync(process.execPath, ["use.mjs"], { cwd: home, stdio: "inherit" });
}
