import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));

/** The folder of the other validators, which is no workspace. */
export const PEERS = resolve(here, "../peers");

/**
 * What is compared. A file exports `isPage`, `isRequest`, and, where it can tell what is wrong, `findError`, which returns
 * the path and message of a page's first error. One that always finds the error has no time for a mere no.
 *
 * @typedef {{ id: string, name: string, file: string, group: "hand" | "ours" | "peer" | "scale", package?: string, alwaysTells?: true }} Contestant
 * @type {readonly Contestant[]}
 */
export const CONTESTANTS = [
  { id: "by-hand", name: "by hand", group: "hand", file: join(here, "entries/by-hand.mjs") },
  {
    id: "validate",
    name: "Shapelog validate…",
    group: "ours",
    file: join(here, "entries/validate.mjs"),
    alwaysTells: true,
  },
  { id: "is", name: "Shapelog is…", group: "ours", file: join(here, "entries/is.mjs") },
  {
    id: "read",
    name: "Shapelog read…",
    group: "ours",
    file: join(here, "entries/read.mjs"),
    alwaysTells: true,
  },
  peer("ajv-standalone", "ajv, standalone", "ajv"),
  peer("ajv-in-memory", "ajv, in memory", "ajv"),
  peer("typia", "typia", "typia"),
  peer("typebox", "TypeBox, compiled", "typebox"),
  peer("arktype", "ArkType", "arktype"),
  peer("zod-compiled", "Zod, compiled", "zod"),
  peer("zod", "Zod", "zod"),
  peer("valibot", "Valibot", "valibot"),
  { id: "json-parse", name: "JSON.parse", group: "scale", file: "" },
];

/** Returns the versions of the packages that were compared, by name. */
export function readVersions() {
  const names = new Set(CONTESTANTS.flatMap((contestant) => contestant.package ?? []));
  return Object.fromEntries([...names].map((name) => [name, readVersion(name)]));
}

/**
 * @param {string} name
 * @returns {string}
 */
function readVersion(name) {
  const file = join(PEERS, "node_modules", name, "package.json");
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")).version : "";
}

/**
 * @param {string} id
 * @param {string} name
 * @param {string} packageName
 * @returns {Contestant}
 */
function peer(id, name, packageName) {
  return { id, name, group: "peer", file: join(PEERS, `${id}.mjs`), package: packageName };
}
