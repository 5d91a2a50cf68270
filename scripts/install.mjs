// Installs the locked dependencies where they are missing or older than the lock file. Uses Node alone.
import { spawnSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import process from "node:process";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));

/**
 * Runs a command in the repository, its output shown; ends the process with its exit code where it fails.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {Readonly<Record<string, string>>} env
 */
export function runOrExit(command, args, env = {}) {
  const { status, error } = run(command, args, env);
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
}

/**
 * Runs a command in the repository, its output shown, and returns how it ended.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {Readonly<Record<string, string>>} env
 */
export function run(command, args, env = {}) {
  const windows = process.platform === "win32";
  return spawnSync(command, args, {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
    shell: windows,
    env: { ...process.env, TURBO_TELEMETRY_DISABLED: "1", DO_NOT_TRACK: "1", ...env },
  });
}

/** Installs the dependencies of the lock file if `node_modules` is not there or not of this lock file. */
export function installIfMissing() {
  requireNode();
  if (isInstalled()) return;
  console.log("Installing the locked dependencies …");
  const began = Date.now();
  // On a terminal npm shows itself how far it is.
  runOrExit("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error", "--progress=true"]);
  console.log(`Installed, ${Math.round((Date.now() - began) / 1000)} s`);
}

function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(`Shapelog needs Node 20.19 or newer; this is ${process.version}.`);
  process.exit(2);
}

function isInstalled() {
  try {
    const installed = statSync(`${root}node_modules/.package-lock.json`).mtimeMs;
    return installed >= statSync(`${root}package-lock.json`).mtimeMs || sameLock();
  } catch {
    return false;
  }
}

/** A fresh checkout can make the lock file look newer than what was installed from it. */
function sameLock() {
  /** @returns {Record<string, { version?: string }>} */
  const read = (/** @type {string} */ path) => JSON.parse(readFileSync(`${root}${path}`, "utf8")).packages;
  const locked = read("package-lock.json");
  const installed = read("node_modules/.package-lock.json");
  return Object.entries(installed).every(([path, entry]) => locked[path]?.version === entry.version);
}
