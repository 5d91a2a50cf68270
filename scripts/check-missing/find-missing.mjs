import { readBotocorePair } from "../../packages/botocore/dist/index.js";
import { diffModels } from "../../packages/changes/dist/index.js";
import { judge } from "../../packages/diff/dist/index.js";
import { findServices, printJson } from "../../packages/model/dist/index.js";
import { compareFiles } from "./compare-files.mjs";
import { findChanges, indexChanges } from "./find-changes.mjs";
import { sayWhySame } from "./same-in-other-words.mjs";

/**
 * @import { Change } from "@shapelog/changes"
 */

/**
 * Compares two files leaf by leaf, and returns what no change speaks of, and the changes that no finding explains.
 * @param {{ readonly path: string, readonly old: string, readonly now: string }} input the texts of both files
 */
export function findMissing({ path, old, now }) {
  const read = readBotocorePair({ before: { file: path, text: old }, after: { file: path, text: now } });
  const [before, after] = [read.before.model, read.after.model];
  const files = { old: JSON.parse(old), now: JSON.parse(now) };
  const changes = diffModels(before, after);
  const told = new Set(judge(changes, { before, after }).flatMap((finding) => finding.changes.map(keyOf)));
  const missing = changes
    .filter((change) => !told.has(keyOf(change)))
    .map((change) => ({ kind: `untold ${change.kind}`, text: keyOf(change) }));
  const byShape = indexChanges(changes);
  const services = [before, after].flatMap((model) =>
    findServices(model).map(({ id }) => id.slice(id.indexOf("#") + 1)),
  );
  const differences = [...compareFiles(files.old, files.now)];
  /** @type {Map<string, number>} */
  const same = new Map();
  for (const difference of differences) {
    if (findChanges(difference, byShape, [...new Set(services)]).length > 0) continue;
    const why = sayWhySame(difference, files);
    if (why !== undefined) same.set(why, (same.get(why) ?? 0) + 1);
    else missing.push({ kind: kindOf(difference.path), text: describe(difference) });
  }
  return { differences: differences.length, changes: changes.length, same, missing };
}

/** @param {Change} change */
function keyOf(change) {
  return printJson({ ...change, index: 0 });
}

/** @param {import("./compare-files.mjs").Difference} difference */
function describe({ path, old, now }) {
  return `${path.join("/")}: ${JSON.stringify(old)} → ${JSON.stringify(now)}`;
}

/** What is followed by the name of something of the file's own. */
const NAMING = new Set(["members", "errors", "enum", "required"]);

/**
 * Returns a path without the names of shapes, operations and members, to count alike what is alike.
 * @param {readonly string[]} path
 */
function kindOf([section = "", ...rest]) {
  if (section === "metadata") return `metadata ${rest[0]}`;
  return [section, ...rest.slice(1).filter((_, at) => !NAMING.has(rest[at] ?? ""))].join(" ");
}
