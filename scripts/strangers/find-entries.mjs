// Finds what a program can import of an installed package, from its package.json alone.
import { existsSync, readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { readManifest } from "../public-packages.mjs";

/**
 * @typedef {object} Entry
 * @property {string} specifier what a program imports
 * @property {string} path as the package's `exports` have it, such as `./validators`
 * @property {"code" | "json"} kind
 */

/**
 * Lists every entry point; a pattern stands for all files that fit it. Throws where a file is not there.
 * @param {string} folder the package's
 * @returns {readonly Entry[]}
 */
export function findEntries(folder) {
  const { name, exports = {} } = readManifest(folder);
  return Object.entries(exports).flatMap(([key, target]) => {
    const file = typeof target === "string" ? target : (target.default ?? "");
    /** @type {Entry["kind"]} */
    const kind = file.endsWith(".json") ? "json" : "code";
    return expand(folder, key, file).map((path) => ({ specifier: name + path.slice(1), path, kind }));
  });
}

/**
 * @param {string} folder
 * @param {string} key
 * @param {string} file
 */
function expand(folder, key, file) {
  if (!file.includes("*")) {
    if (!existsSync(join(folder, file)))
      throw new Error(`${key} of ${folder} is ${file}, which is not there`);
    return [key];
  }
  const [start = "", end = ""] = basename(file).split("*");
  const found = readdirSync(join(folder, dirname(file)))
    .filter((each) => each.startsWith(start) && each.endsWith(end))
    .map((each) => key.replace("*", each.slice(start.length, each.length - end.length)));
  if (found.length === 0) throw new Error(`${key} of ${folder} stands for nothing`);
  return found;
}
