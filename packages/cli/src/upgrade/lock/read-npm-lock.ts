import { entriesOf, isObject, type LockedPackage, type ReadLock } from "./locked-packages.js";

/** Reads `package-lock.json` and `npm-shrinkwrap.json` of npm 7 and newer: lockfileVersion 2 and 3. */
export const readNpmLock: ReadLock = (text) => {
  const lock: unknown = JSON.parse(text);
  const packages = isObject(lock) ? lock.packages : undefined;
  if (!isObject(packages))
    throw new Error('it has no "packages"; npm 7 and newer write them (lockfileVersion 2 and 3)');
  return entriesOf(packages).flatMap(([path, about]): LockedPackage[] => {
    if (!isObject(about) || about.link === true || typeof about.version !== "string") return [];
    const folder = path.lastIndexOf("node_modules/");
    if (folder === -1) return [];
    // A package that goes by another name says its own.
    const name = typeof about.name === "string" ? about.name : path.slice(folder + "node_modules/".length);
    return [{ name, version: about.version }];
  });
};
