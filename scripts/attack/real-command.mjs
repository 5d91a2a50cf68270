// The command as a process of its own.
import { spawn } from "node:child_process";
import process from "node:process";
import { fileURLToPath } from "node:url";

const SCRIPT = fileURLToPath(new URL("../../packages/cli/bin/shapelog.js", import.meta.url));

/**
 * Starts the command in a folder. `ended` gives its exit code, `null` where it was killed, and what it said.
 * @param {string} cwd
 * @param {readonly string[]} args
 */
export function startCommand(cwd, args) {
  const child = spawn(process.execPath, [SCRIPT, ...args], { cwd, stdio: ["ignore", "pipe", "pipe"] });
  const said = { out: "", err: "" };
  child.stdout.on("data", (chunk) => {
    said.out += chunk;
  });
  child.stderr.on("data", (chunk) => {
    said.err += chunk;
  });
  /** @type {Promise<{ exit: number | null, out: string, err: string }>} */
  const ended = new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (exit) => resolve({ exit, ...said }));
  });
  return { child, ended };
}

/**
 * @param {string} cwd
 * @param {readonly string[]} args
 */
export async function runCommand(cwd, args) {
  const { exit, ...said } = await startCommand(cwd, args).ended;
  return { exit: exit ?? -1, ...said };
}
