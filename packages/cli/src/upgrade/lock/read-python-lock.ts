import { parse } from "smol-toml";
import { entriesOf, isObject, type LockedPackage, type ReadLock } from "./locked-packages.js";

/** Reads `poetry.lock`, `uv.lock` and `pdm.lock`: tables of `[[package]]`. */
export const readTomlLock: ReadLock = (text) => {
  const { package: packages } = parse(text);
  if (!Array.isArray(packages)) throw new Error("it has no [[package]]");
  return packages.flatMap((each: unknown): LockedPackage[] =>
    isObject(each) && typeof each.name === "string" && typeof each.version === "string"
      ? [{ name: plainName(each.name), version: each.version }]
      : [],
  );
};

/** Reads `Pipfile.lock`. */
export const readPipfileLock: ReadLock = (text) => {
  const lock: unknown = JSON.parse(text);
  if (!isObject(lock) || !isObject(lock._meta)) throw new Error('it has no "_meta"');
  return ["default", "develop"].flatMap((group) =>
    entriesOf(lock[group]).flatMap(([name, about]): LockedPackage[] => {
      const version = isObject(about) && typeof about.version === "string" ? about.version : "";
      return version.startsWith("==") ? [{ name: plainName(name), version: version.slice(2) }] : [];
    }),
  );
};

/** `name[extras]==1.2.3 ; markers --hash=…`, and what pip-compile writes (PEP 440, PEP 508). */
const PINNED = /^\s*([A-Za-z0-9][\w.-]*)\s*(?:\[[^\]]*\])?\s*={2,3}\s*([^\s;,#\\]+)/;

/** Reads what `requirements.txt` pins. Ranges and addresses pin nothing. */
export const readRequirements: ReadLock = (text) =>
  text.split(/\r?\n/).flatMap((line) => {
    const [, name, version] = PINNED.exec(line) ?? [];
    const isPinned = name !== undefined && version !== undefined && !version.includes("*");
    return isPinned ? [{ name: plainName(name), version }] : [];
  });

/** Names are compared as PEP 503 has it. */
function plainName(name: string): string {
  return name.toLowerCase().replaceAll(/[-_.]+/g, "-");
}
