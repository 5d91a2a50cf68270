import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { readJson } from "@shapelog/json";
import { isNodeArray, isNodeObject } from "@shapelog/model";
import { findProgram } from "../git/find-program.js";
import type { PackageAddress } from "./package-address.js";
import type { PackageFiles } from "./package-files.js";
import { readTarball } from "./read-tarball.js";

/** Why a package could not be fetched, in words. */
export interface FetchFailure {
  readonly reason: string;
}

const MOST_OUTPUT = 16 * 1024 * 1024;

/**
 * Fetches a package with npm itself, from the registry that npm is configured for in a folder, and reads it in memory.
 * None of its scripts run, and nothing of it is written but the archive, into a temporary folder that is gone afterwards.
 */
export async function fetchPackage(
  cwd: string,
  { name, version }: PackageAddress,
): Promise<PackageFiles | FetchFailure> {
  const npm = findNpm();
  if (!npm) return { reason: "there is no npm beside this Node and none in the folders of PATH" };
  const folder = await mkdtemp(join(tmpdir(), "shapelog-npm-"));
  try {
    const spec = version === undefined ? name : `${name}@${version}`;
    const options = ["--json", "--ignore-scripts", "--no-workspaces", "--loglevel=error"];
    const args = [...npm.args, "pack", ...options, `--pack-destination=${folder}`, "--", spec];
    const ran = await run(npm.program, args, cwd);
    if (ran.reason !== undefined) return { reason: ran.reason };
    const packed = readPacked(ran.out);
    if (!packed) return { reason: "npm pack did not say what it packed" };
    const files = await readTarball(await readFile(join(folder, packed.filename)));
    if ("reason" in files) return files;
    return {
      ...{ name: packed.name, version: packed.version, from: "registry", paths: [...files.keys()].sort() },
      read: async (path) => files.get(path),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

interface Program {
  readonly program: string;
  readonly args: readonly string[];
}

/** npm is a script: the one that came with this Node is run by it, also on Windows, where a shell would run another. */
function findNpm(): Program | undefined {
  const beside = dirname(process.execPath);
  const own = [join(beside, "node_modules"), join(beside, "..", "lib", "node_modules")]
    .map((folder) => join(folder, "npm", "bin", "npm-cli.js"))
    .find((path) => existsSync(path));
  if (own !== undefined) return { program: process.execPath, args: [own] };
  const found = findProgram("npm", { path: process.env.PATH ?? "" });
  return found === undefined ? undefined : { program: found, args: [] };
}

interface Ran {
  readonly out: string;
  /** Why it failed. */
  readonly reason?: string;
}

async function run(program: string, args: readonly string[], cwd: string): Promise<Ran> {
  return new Promise((resolve) => {
    const options = { cwd, windowsHide: true, maxBuffer: MOST_OUTPUT };
    const child = execFile(program, args, options, (error, out, err) => {
      resolve(error ? { out, reason: explain(out, err, error) } : { out });
    });
    child.stdin?.end();
  });
}

/** npm prints its error as JSON, and lines that begin with `npm error` beside it. */
function explain(out: string, err: string, error: Error): string {
  const { value } = readJson({ file: "npm", text: out.trim() });
  const told = isNodeObject(value) && isNodeObject(value.error) ? value.error : {};
  const summary = typeof told.summary === "string" ? told.summary : "";
  const line = err
    .split("\n")
    .map((each) => each.replace(/^npm (?:error|ERR!) ?/i, "").trim())
    .find((each) => each !== "" && !/^code /.test(each));
  const [first = ""] = summary.trim().split("\n");
  return (first || line || error.message).replace(/\.$/, "");
}

function readPacked(
  out: string,
): { readonly filename: string; readonly name: string; readonly version: string } | undefined {
  const { value } = readJson({ file: "npm", text: out.trim() });
  const [packed] = isNodeArray(value) ? value : isNodeObject(value) ? Object.values(value) : [];
  if (!isNodeObject(packed)) return undefined;
  const { filename, name, version } = packed;
  if (typeof filename !== "string" || typeof name !== "string" || typeof version !== "string")
    return undefined;
  // npm names the archive by its scope in some versions, and it lies in the folder by its last part.
  return { filename: filename.replace(/^@/, "").replaceAll("/", "-"), name, version };
}
