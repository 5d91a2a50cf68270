import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** What bundling asks of a package.json. */
export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly exports?: Readonly<Record<string, string | { readonly default: string }>>;
}

/** Reads the package.json of a folder. */
export function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
}

/** Returns the folder of the package that a file belongs to. A package.json without a version only says how to read files. */
export function findPackage(path: string): string {
  const folder = dirname(path);
  if (folder === path) throw new Error("a bundled file belongs to no package");
  return existsSync(join(folder, "package.json")) && readManifest(folder).version
    ? folder
    : findPackage(folder);
}
