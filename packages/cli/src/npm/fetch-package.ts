import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readJson } from "@shapelog/json";
import { isNodeArray, isNodeObject } from "@shapelog/model";
import { explainNpm } from "./explain-npm.js";
import type { PackageAddress } from "./package-address.js";
import type { PackageFiles } from "./package-files.js";
import { readTarball } from "./read-tarball.js";
import { runNpm } from "./run-npm.js";

/** Why a package could not be fetched, in words. */
export interface FetchFailure {
  readonly reason: string;
}

/**
 * Fetches a package with npm itself, from the registry that npm is configured for in a folder, and reads it in memory.
 * None of its scripts run, and nothing of it is written but the archive, into a temporary folder that is gone afterwards.
 */
export async function fetchPackage(
  cwd: string,
  { name, version }: PackageAddress,
): Promise<PackageFiles | FetchFailure> {
  const folder = await mkdtemp(join(tmpdir(), "shapelog-npm-"));
  try {
    const spec = version === undefined ? name : `${name}@${version}`;
    const options = ["--json", "--ignore-scripts", "--no-workspaces", "--loglevel=error"];
    const args = ["pack", ...options, `--pack-destination=${folder}`, "--", spec];
    const ran = await runNpm(args, cwd);
    if (ran.error) return { reason: explainNpm(ran) };
    const packed = readPacked(ran.out);
    if (!packed) return { reason: "npm pack did not say what it packed" };
    const [archive = ""] = await readdir(folder);
    const files = await readTarball(await readFile(join(folder, archive)));
    if ("reason" in files) return files;
    return {
      ...{ name: packed.name, version: packed.version, from: "registry", paths: [...files.keys()].sort() },
      read: async (path) => files.get(path),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function readPacked(out: string): Pick<PackageFiles, "name" | "version"> | undefined {
  const { value } = readJson({ file: "npm", text: out.trim() });
  const [packed] = isNodeArray(value) ? value : isNodeObject(value) ? Object.values(value) : [];
  if (!isNodeObject(packed)) return undefined;
  const { name, version } = packed;
  return typeof name === "string" && typeof version === "string" ? { name, version } : undefined;
}
