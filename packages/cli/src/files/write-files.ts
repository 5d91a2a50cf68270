import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmdirSync,
  type Stats,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import type { Diagnostic } from "@shapelog/diagnostics";
import { cliDiagnostics } from "../diagnostics.js";
import { failed, type Outcome, succeeded } from "../outcome.js";
import { describeError, errorCode } from "./describe-error.js";
import { digestBytes } from "./digest-bytes.js";
import { displayPath } from "./display-path.js";
import { digestFile, doWork, type WorkEntry, type WorkFailure } from "./finish-work.js";
import { isInside, isRealInside } from "./inside-folder.js";
import type { FolderLock } from "./lock-folder.js";
import { withLineFeeds } from "./with-line-feeds.js";
import type { WrittenFile } from "./written-file.js";

/** What a write did. Paths are relative to the folder. */
export interface WriteReport {
  readonly written: readonly string[];
  readonly unchanged: readonly string[];
  readonly removed: readonly string[];
}

export interface WriteOptions {
  readonly cwd: string;
  /** The folder, which nobody else writes to. */
  readonly lock: Pick<FolderLock, "folder" | "staging">;
  /** Read once, one at a time, so that they need not be in memory together. */
  readonly files: Iterable<WrittenFile>;
  /** Files to remove, relative to the folder. Default: none. */
  readonly remove?: readonly string[];
  /** Returns whether a file may be replaced that is there with another text. Default: none may. */
  readonly mayReplace?: (path: string, text: string) => boolean;
  /**
   * Whether each file is on the disk before it takes its place, so that not even a power cut leaves it torn. That takes
   * its time for each; thousands of files that are soon made again do without. Default: true.
   */
  readonly durable?: boolean;
}

/** What is to be done, as far as it is known. */
interface Plan {
  readonly entries: WorkEntry[];
  readonly unchanged: string[];
  /** Files that are there and may not be replaced. */
  readonly foreign: string[];
  /** Where the work is, for messages. */
  current: string;
}

/**
 * Writes files into a folder as one: all of them beside their places first, then each is put in place, so that a full
 * disk, a folder in the way or a run that is killed never leaves some of them new and some old. Files that are the
 * same, but for how lines end, are not touched. No path leaves the folder, and no file that is there is replaced unless it may be.
 */
export function writeFiles(options: WriteOptions): Outcome<WriteReport> {
  const { cwd, lock, remove = [], durable = true } = options;
  const plan: Plan = { entries: [], unchanged: [], foreign: [], current: lock.folder };
  const made: string[] = [];
  try {
    const problem =
      stageFiles(options, plan) ??
      planRemovals(options, plan) ??
      refuseForeign(options, plan) ??
      makeFolders(options, plan, made);
    if (problem) {
      removeFolders(made);
      return failed(problem);
    }
    const failure =
      plan.entries.length === 0
        ? undefined
        : doWork({ folder: lock.folder, staging: lock.staging, entries: plan.entries, durable });
    if (failure) {
      removeFolders(made);
      return failed(workFailed(options, plan, failure));
    }
  } catch (error) {
    removeFolders(made);
    if (errorCode(error) === undefined) throw error; // of who makes the files
    return failed(notWritable(cwd, plan.current, describeError(error)));
  }
  const written = plan.entries.flatMap(({ path, staged }) => (staged === null ? [] : [path]));
  return succeeded({ written, unchanged: plan.unchanged, removed: remove });
}

/** Writes each file that differs into the staging folder. Returns what forbids the whole. */
function stageFiles(
  { cwd, lock, files, mayReplace, durable = true }: WriteOptions,
  plan: Plan,
): Diagnostic | undefined {
  for (const { path, text, bytes: given } of files) {
    if (!isInside(lock.folder, path)) return outsideFolder(cwd, lock.folder, path);
    plan.current = join(lock.folder, path);
    const bytes = given ? Buffer.from(given) : Buffer.from(text, "utf8");
    const found = lstatSync(plan.current, { throwIfNoEntry: false });
    const old = found && readFound(plan.current, found);
    if (old && (given ? old.equals(bytes) : isSameText(old, bytes))) {
      plan.unchanged.push(path);
      continue;
    }
    if (found && old === undefined && !found.isSymbolicLink())
      return notWritable(
        cwd,
        plan.current,
        found.isDirectory() ? "a folder is in its place" : "it is no regular file",
      );
    if (found && !mayReplace?.(path, old?.toString("utf8") ?? "")) plan.foreign.push(path);
    if (plan.foreign.length > 0) continue;
    const staged = String(plan.entries.length);
    const mode = found?.isFile() ? found.mode & 0o777 : undefined;
    writeNew(join(lock.staging, staged), bytes, { mode, durable });
    plan.entries.push({
      path,
      staged,
      before: found ? digestFound(plan.current) : null,
      after: digestBytes(bytes),
    });
  }
  return undefined;
}

/** How git ends lines on a machine makes no difference: it would make a file that was written anew the same again. */
function isSameText(old: Buffer, bytes: Buffer): boolean {
  if (old.equals(bytes)) return true;
  return old.includes("\r\n") && withLineFeeds(old.toString("latin1")) === bytes.toString("latin1");
}

/** Returns the bytes of what is there, a link followed; `undefined` for what has none. */
function readFound(path: string, found: Stats): Buffer | undefined {
  const real = found.isSymbolicLink() ? statSync(path, { throwIfNoEntry: false }) : found;
  return real?.isFile() ? readFileSync(path) : undefined;
}

/** A link has no digest of its own. */
function digestFound(path: string): string {
  return digestFile(path) ?? "";
}

function planRemovals({ cwd, lock, remove = [] }: WriteOptions, plan: Plan): Diagnostic | undefined {
  for (const path of remove) {
    if (!isInside(lock.folder, path)) return outsideFolder(cwd, lock.folder, path);
    plan.current = join(lock.folder, path);
    if (!lstatSync(plan.current, { throwIfNoEntry: false })) continue;
    if (!isRealInside(lock.folder, dirname(plan.current))) return leadsOut(cwd, plan.current);
    plan.entries.push({ path, staged: null, before: digestFound(plan.current), after: null });
  }
  return undefined;
}

function refuseForeign({ cwd, lock }: WriteOptions, { foreign }: Plan): Diagnostic | undefined {
  if (foreign.length === 0) return undefined;
  const files = foreign.map((path) => displayPath(cwd, join(lock.folder, path)));
  return cliDiagnostics.create("foreign-files", undefined, { path: displayPath(cwd, lock.folder), files });
}

/** Makes the folders of the files, and adds those that were not there to `made`. Returns what forbids the whole. */
function makeFolders({ cwd, lock }: WriteOptions, plan: Plan, made: string[]): Diagnostic | undefined {
  const folders = new Set<string>();
  for (const { path } of plan.entries) {
    plan.current = join(lock.folder, path);
    const folder = dirname(plan.current);
    if (folders.has(folder)) continue;
    if (!isRealInside(lock.folder, findParent(folder))) return leadsOut(cwd, plan.current);
    for (
      let first = mkdirSync(folder, { recursive: true }), each = folder;
      first !== undefined;
      each = dirname(each)
    ) {
      made.push(each);
      if (each === first) break;
    }
    accessSync(folder, constants.W_OK | constants.X_OK);
    folders.add(folder);
  }
  return undefined;
}

/** Returns the folder itself where it is there, else the nearest above it that is. */
function findParent(folder: string): string {
  let path = folder;
  while (!lstatSync(path, { throwIfNoEntry: false })) path = dirname(path);
  return path;
}

/** Removes folders that were made for nothing, inner ones first. */
function removeFolders(folders: readonly string[]): void {
  for (const folder of folders.toSorted((a, b) => b.length - a.length)) {
    try {
      rmdirSync(folder);
    } catch {
      // it has something in it
    }
  }
}

function workFailed(
  { cwd, lock }: WriteOptions,
  { entries }: Plan,
  { path, reason, written }: WorkFailure,
): Diagnostic {
  const file = join(lock.folder, path);
  if (written.length === 0) return notWritable(cwd, file, reason);
  const shown = displayPath(cwd, file);
  const left = entries.map((entry) => entry.path).filter((each) => !written.includes(each));
  return cliDiagnostics.create("half-written", { file: shown }, { path: shown, reason, written, left });
}

function notWritable(cwd: string, file: string, reason: string): Diagnostic {
  const path = displayPath(cwd, file);
  return cliDiagnostics.create("not-writable", { file: path }, { path, reason });
}

function leadsOut(cwd: string, file: string): Diagnostic {
  return notWritable(cwd, file, "a link leads out of the output folder");
}

function outsideFolder(cwd: string, root: string, path: string): Diagnostic {
  return cliDiagnostics.create("outside-folder", undefined, { path, folder: displayPath(cwd, root) });
}

/** Writes a file that is not there yet. A file that is written again keeps who may read and run it: its mode. */
function writeNew(
  path: string,
  bytes: Buffer,
  { mode, durable }: { readonly mode: number | undefined; readonly durable: boolean },
): void {
  const file = openSync(path, "wx");
  try {
    if (mode !== undefined) fchmodSync(file, mode);
    writeFileSync(file, bytes);
    if (durable) fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
