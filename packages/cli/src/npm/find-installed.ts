import { readFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { readJson } from "@shapelog/json";
import { isNodeObject } from "@shapelog/model";
import { readQuietly } from "../files/read-quietly.js";
import { walkFiles } from "../files/walk-files.js";
import type { PackageAddress } from "./package-address.js";
import { type PackageFiles, READ_ENDINGS } from "./package-files.js";

/**
 * Returns a package that is installed in a `node_modules` of a folder or above it, as Node finds it; `undefined` where
 * there is none, or only one of another version than the one that is asked for.
 */
export async function findInstalled(
  cwd: string,
  { name, version }: PackageAddress,
): Promise<PackageFiles | undefined> {
  for (let folder = resolve(cwd); ; folder = dirname(folder)) {
    const place = join(folder, "node_modules", name);
    const installed = readVersion(place);
    if (installed !== undefined) {
      if (version !== undefined && version !== installed) return undefined;
      const paths = await walkFiles(place, READ_ENDINGS);
      const known = new Set(paths);
      return {
        ...{ name, version: installed, from: "node_modules", paths },
        read: async (path) => (known.has(path) ? readFile(join(place, path)) : undefined),
      };
    }
    if (dirname(folder) === folder) return undefined;
  }
}

function readVersion(folder: string): string | undefined {
  const text = readQuietly(join(folder, "package.json"));
  const value = text === undefined ? undefined : readJson({ file: "package.json", text }).value;
  return isNodeObject(value) && typeof value.version === "string" ? value.version : undefined;
}
