import { execFileSync, spawn } from "node:child_process";
import {
  createReadStream,
  createWriteStream,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";

const BIN =
  process.env.SHAPELOG_BIN ??
  fileURLToPath(new URL("../../../packages/cli/bin/shapelog.js", import.meta.url));

/**
 * What a command may take. Memory is V8's heap, in megabytes.
 *
 * @typedef {{ readonly seconds: number, readonly megabytes: number }} Caps
 */

/** What runs now: commands, and the folders of cases. */
/** @type {Set<import("node:child_process").ChildProcess>} */
const commands = new Set();
/** @type {Set<string>} */
const folders = new Set();

/** Ends what runs, and removes its files. */
export function stopCases() {
  for (const command of commands) command.kill("SIGKILL");
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
}

/**
 * Runs a case in a folder of its own and returns what failed, or `undefined`.
 *
 * @param {import("./plan-cases.mjs").Case} planned
 * @param {Caps} caps
 */
export async function runCase({ steps, size }, caps) {
  const folder = mkdtempSync(join(tmpdir(), "shapelog-bomb-"));
  folders.add(folder);
  try {
    for (const { files, commit, args, json } of steps) {
      for (const [path, text] of Object.entries(files?.(size) ?? {})) write(join(folder, path), text);
      if (commit) commitAll(join(folder, "repo"));
      const words = typeof args === "function" ? args(size) : args;
      const ran = await runCommand(folder, words, caps);
      const problem = findProblem(ran, json ?? false);
      if (problem !== undefined) return `shapelog ${words.join(" ")}: ${problem}`;
    }
    return undefined;
  } finally {
    folders.delete(folder);
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @param {string} path
 * @param {string} text
 */
function write(path, text) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** @param {string} folder */
function commitAll(folder) {
  const person = ["-c", "user.name=A", "-c", "user.email=a@example.com"];
  const env = { ...process.env, GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1" };
  for (const args of [
    ["init", "--quiet"],
    ["add", "--all"],
    [...person, "commit", "--quiet", "--allow-empty", "-m", "Change"],
  ]) {
    execFileSync("git", args, { cwd: folder, env, stdio: "pipe" });
  }
}

/** @typedef {{ readonly exit: number | null, readonly signal: string | null, readonly out: string, readonly err: string }} Ran */

/**
 * @param {string} folder
 * @param {readonly string[]} args
 * @param {Caps} caps
 * @returns {Promise<Ran>}
 */
function runCommand(folder, args, { seconds, megabytes }) {
  return new Promise((resolve, reject) => {
    const out = join(folder, ".stdout");
    const child = spawn(process.execPath, [`--max-old-space-size=${megabytes}`, BIN, ...args], {
      cwd: folder,
      env: { ...process.env, NO_COLOR: "1" },
      stdio: ["pipe", "pipe", "pipe"],
    });
    commands.add(child);
    const timer = setTimeout(() => child.kill("SIGKILL"), seconds * 1000);
    /** @type {Buffer[]} */
    const errors = [];
    child.stderr.on("data", (chunk) => errors.push(chunk));
    const kept = child.stdout.pipe(createWriteStream(out));
    child.stdin.on("error", () => undefined);
    if (args.includes("-")) createReadStream(join(folder, "selector")).pipe(child.stdin);
    else child.stdin.end();
    child.on("error", reject);
    child.on("close", (exit, signal) => {
      clearTimeout(timer);
      commands.delete(child);
      kept.end(() => resolve({ exit, signal, out, err: Buffer.concat(errors).toString("utf8") }));
    });
  });
}

const STACK = /^ {4}at (?:.*\()?(?:file:|node:|\/)/m;
/** Larger results are left alone: no text of ours is longer than a string can be. */
const LARGEST = 400_000_000;

/**
 * @param {Ran} ran
 * @param {boolean} json
 */
function findProblem({ exit, signal, out, err }, json) {
  if (signal !== null) return `killed by ${signal}: over the cap. ${lastLine(err)}`;
  if (exit === 134 || err.includes("heap out of memory")) return "over the cap of memory";
  if (exit === 3 || err.includes("This is a bug in shapelog")) return `bug report: ${firstError(err)}`;
  if (STACK.test(err)) return `stack trace: ${firstError(err)}`;
  if (exit !== 0 && exit !== 1 && exit !== 2) return `exit ${exit}`;
  if (exit === 2 && err.trim() === "") {
    const told = readFileSync(out);
    if (told.length === 0) return "exit 2 without a word";
  }
  if (json && exit !== 2) {
    const text = readFileSync(out);
    if (text.length > LARGEST) return `printed ${text.length} bytes`;
    try {
      JSON.parse(text.toString("utf8"));
    } catch (error) {
      return `torn JSON: ${error instanceof Error ? error.message.slice(0, 100) : error}`;
    }
  }
  return undefined;
}

/** @param {string} err */
function firstError(err) {
  const lines = err.split("\n").filter((line) => /Error|^\s+at /.test(line));
  return lines
    .slice(0, 4)
    .map((line) => line.trim().slice(0, 160))
    .join(" | ");
}

/** @param {string} err */
function lastLine(err) {
  return (err.trim().split("\n").at(-1) ?? "").slice(0, 120);
}
