// Finds the packages that npm would get and their entry points, from package.json alone.
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { publicPackages, readManifest } from "../public-packages.mjs";

/**
 * @typedef {{ name: string, types: string }} EntryPoint What an importer writes, and its declaration file.
 * @typedef {{ name: string, folder: string, entryPoints: EntryPoint[] }} PublishedPackage
 */

/**
 * Returns every package of a repository that is published and has types, sorted by name.
 *
 * @param {string} root
 * @returns {PublishedPackage[]}
 */
export function findPackages(root) {
  return publicPackages(root)
    .map((folder) => ({ name: readManifest(folder).name, folder, entryPoints: findEntryPoints(folder) }))
    .filter(({ entryPoints }) => entryPoints.length > 0)
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/**
 * @param {string} folder
 * @returns {EntryPoint[]}
 */
function findEntryPoints(folder) {
  const { name, exports = {} } = readManifest(folder);
  return Object.entries(exports).flatMap(([path, target]) => {
    const types = typeof target === "string" ? undefined : target.types;
    if (types === undefined) return [];
    const entryPoint = { name: name + path.slice(1), types: join(folder, types) };
    return types.includes("*") ? findMatches(entryPoint) : [entryPoint];
  });
}

/**
 * Returns the entry points that a pattern stands for: one for each declaration file in its folder.
 *
 * @param {EntryPoint} pattern
 * @returns {EntryPoint[]}
 */
function findMatches({ name, types }) {
  const [folder = "", ending = ""] = types.split("*");
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith(ending))
    .sort()
    .map((file) => ({
      name: name.replace("*", () => file.slice(0, -ending.length)),
      types: join(folder, file),
    }));
}
