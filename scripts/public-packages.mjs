// The packages that npm gets, and their tarballs.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { root } from "./install.mjs";

/**
 * @typedef {object} Manifest
 * @property {string} name
 * @property {string} version
 * @property {boolean} [private]
 * @property {Readonly<Record<string, string>>} [dependencies]
 * @property {Readonly<Record<string, string | { readonly types?: string, readonly default?: string }>>} [exports]
 */

/**
 * Lists the folders of the packages that are published.
 * @param {string} [from] the repository; this one where left out
 * @returns {string[]}
 */
export function publicPackages(from = root) {
  return ["packages", "packages/generated"]
    .map((parent) => join(from, parent))
    .filter((parent) => existsSync(parent))
    .flatMap((parent) => readdirSync(parent).map((name) => join(parent, name)))
    .filter((path) => existsSync(join(path, "package.json")) && readManifest(path).private !== true);
}

/**
 * @param {string} path
 * @returns {Manifest}
 */
export function readManifest(path) {
  return JSON.parse(readFileSync(join(path, "package.json"), "utf8"));
}

/**
 * Packs packages, in one process for all, and returns each one's tarball and the files that are in it.
 * @param {readonly string[]} paths
 * @param {string} destination
 * @returns {{ path: string, name: string, tarball: string, files: string[] }[]}
 */
export function pack(paths, destination) {
  if (paths.length === 0) return [];
  const { stdout } = npm(["pack", "--json", "--pack-destination", destination, ...paths], root);
  /** @type {{ name: string, filename: string, files: { path: string }[] }[]} */
  const packed = JSON.parse(stdout);
  const byName = new Map(packed.map((each) => [each.name, each]));
  return paths.map((path) => {
    const { name } = readManifest(path);
    const found = byName.get(name);
    if (!found) throw new Error(`npm did not pack ${path}`);
    const { filename, files } = found;
    return { path, name, tarball: join(destination, filename), files: files.map((file) => file.path) };
  });
}

/**
 * Says whether the registry has a package in the version that it has here.
 * @param {Manifest} manifest
 * @returns {boolean}
 */
export function isPublished({ name, version }) {
  const { status, stdout, stderr } = npm(["view", `${name}@${version}`, "version", "--json"], root, true);
  if (status === 0) return stdout.trim() !== "";
  if (`${stdout}${stderr}`.includes("E404")) return false;
  throw new Error(`npm view ${name}@${version}: ${stderr}`);
}

/**
 * Runs npm and returns what it printed. Throws where it fails, but where failing says something.
 * @param {readonly string[]} args
 * @param {string} cwd
 * @param {boolean} [mayFail]
 */
export function npm(args, cwd, mayFail = false) {
  const { status, stdout, stderr, error } = spawnSync("npm", args, {
    cwd,
    encoding: "utf8",
    shell: process.platform === "win32",
    stdio: ["ignore", "pipe", "pipe"],
  });
  if (error) throw error;
  if (status !== 0 && !mayFail) throw new Error(`npm ${args.join(" ")}: ${stderr}`);
  return { status, stdout, stderr };
}
