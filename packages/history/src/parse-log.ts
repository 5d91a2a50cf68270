import { modelPathsBeside } from "./beside.js";
import { findModelFile, findRelease, isOldFormat } from "./layout.js";

/** What happened to a file in a commit. */
export interface FileChange {
  /** `M` also where the file moved here from `from`. */
  readonly status: "A" | "M" | "D";
  readonly path: string;
  /** Where the file stood before, if it moved. */
  readonly from?: string;
  /** The blob; for a removed file the one it had. */
  readonly blob: string;
}

/** What a commit changed of models, of what stands beside them, and of release notes. */
export interface LogCommit {
  readonly commit: string;
  /** `YYYY-MM-DD`, in UTC. */
  readonly date: string;
  readonly models: readonly FileChange[];
  /** Files that stand beside models: paginators and waiters. */
  readonly beside: readonly FileChange[];
  /** Files of release notes. */
  readonly notes: readonly FileChange[];
  /** How many files in botocore's old format it changed. */
  readonly old: number;
}

/** The format that `git diff-tree` prints for {@link parseLog}, together with `-z --raw --no-abbrev`. */
export const LOG_FORMAT = "tformat:%x01%H %ct";

const START = "\u0001";
const NO_BLOB = /^0+$/;

/** Returns the commits of a raw log that concern models, what stands beside them, or release notes, in its order. */
export function parseLog(text: string): LogCommit[] {
  const commits: LogCommit[] = [];
  for (const part of text.split(`${START}`)) {
    const fields = part.split("\0");
    const [commit, seconds] = (fields[0] ?? "").trim().split(" ");
    if (commit === undefined || seconds === undefined || !/^[0-9a-f]{40,64}$/.test(commit)) continue;
    const date = new Date(Number(seconds) * 1000).toISOString().slice(0, 10);
    const changes = parseChanges(fields.slice(1));
    const models = changes.filter(({ path, from }) => isModel(path) || (from !== undefined && isModel(from)));
    const beside = changes.filter(
      ({ path, from }) => isBeside(path) || (from !== undefined && isBeside(from)),
    );
    const notes = changes.filter(({ path }) => findRelease(path) !== undefined);
    const old = changes.filter(({ path, status }) => status !== "D" && isOldFormat(path)).length;
    if (models.length + beside.length + notes.length + old > 0)
      commits.push({ commit, date, models, beside, notes, old });
  }
  return commits;
}

function isBeside(path: string): boolean {
  return modelPathsBeside(path).length > 0;
}

function isModel(path: string): boolean {
  return findModelFile(path) !== undefined;
}

/** Reads `:modes blobs status`, path and, where a file moved, its new path. Changes of modes alone are left out. */
function parseChanges(fields: readonly string[]): FileChange[] {
  const changes: FileChange[] = [];
  for (let index = 0; index < fields.length; index++) {
    const [, , before = "", after = "", status = ""] = (fields[index] ?? "").trimStart().split(" ");
    if (!/^[0-9a-f]{40,64}$/.test(before)) continue;
    const path = fields[++index] ?? "";
    if (status.startsWith("R") || status.startsWith("C")) {
      const to = fields[++index] ?? "";
      changes.push({ status: "M", path: to, from: path, blob: after });
    } else if (NO_BLOB.test(after)) changes.push({ status: "D", path, blob: before });
    else if (NO_BLOB.test(before)) changes.push({ status: "A", path, blob: after });
    else if (before !== after) changes.push({ status: "M", path, blob: after });
  }
  return changes;
}
