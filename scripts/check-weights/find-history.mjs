import { openBlobs } from "../../packages/cli/dist/git/blobs.js";
import { runGit } from "../../packages/cli/dist/git/start-git.js";
import { readLog } from "../../packages/cli/dist/history/read-log.js";
import { planHistory } from "../../packages/history/dist/index.js";
import { openGit } from "../open-git.mjs";

/**
 * @import { ServicePlan } from "@shapelog/history"
 * @import { Pair } from "../check-verdicts/find-pairs.mjs"
 */

/**
 * How the two files of a pair belong together: the older one stood at the same path; it was moved, or a new version of the
 * API took its place, or both are files that botocore called otherwise until 2015; or they do not, as an older version of
 * the API was put beside a newer one.
 * @typedef {"at its path" | "moved" | "older version"} Way
 */

/** @typedef {Pair & { readonly way: Way }} HistoryPair */

/** @type {readonly Way[]} */
export const WAYS = ["at its path", "moved", "older version"];

/**
 * Returns every pair of files that the history of AWS's models holds against each other, as `shapelog history` has it, and
 * those that a count by folders would add.
 * @param {string} folder
 * @returns {Promise<HistoryPair[]>}
 */
export async function findHistory(folder) {
  const repository = openGit(folder);
  const blobs = openBlobs(repository);
  try {
    const head = await runGit(repository, ["rev-parse", "--verify", "HEAD"]);
    const log = await readLog({ repository, blobs }, head.trim(), undefined);
    return planHistory(log.commits, log.notes, { operations: log.operations }).flatMap(listPairs);
  } finally {
    blobs.close();
  }
}

/**
 * @param {ServicePlan} plan
 * @returns {HistoryPair[]}
 */
function listPairs({ service, revisions }) {
  /** @type {Map<string, string>} */
  const files = new Map();
  /** @type {string | undefined} */
  let newest; // of the versions that are there
  return revisions.flatMap(({ commit, date, path, blob, from, gone, ends = [] }) => {
    const other = from ?? newest;
    const before = gone || other === undefined ? undefined : files.get(other);
    files.set(path, blob);
    if (newest === undefined || (from !== undefined && from === newest) || ends.includes(newest))
      newest = path;
    if (gone && newest === path) newest = undefined;
    if (before === undefined || before === blob) return [];
    return [{ service, commit, date, path, before, after: blob, way: wayOf(path, from) }];
  });
}

/**
 * @param {string} path
 * @param {string | undefined} from
 * @returns {Way}
 */
function wayOf(path, from) {
  if (from === undefined) return "older version";
  return from === path && path.endsWith("service-2.json") ? "at its path" : "moved";
}
