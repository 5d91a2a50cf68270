import { randomBytes } from "node:crypto";
import {
  closeSync,
  fchmodSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import type { Diagnostic } from "@shapelog/diagnostics";
import type { EmittedFile } from "@shapelog/emit";
import { cliDiagnostics } from "../diagnostics.js";
import { failed, type Outcome, succeeded } from "../outcome.js";
import { describeError, errorCode } from "./describe-error.js";
import { displayPath } from "./display-path.js";
import { pathKind } from "./path-kind.js";

/** What a write did. Paths are relative to the folder. */
export interface WriteReport {
  readonly written: readonly string[];
  readonly unchanged: readonly string[];
  readonly removed: readonly string[];
}

export interface WriteOptions {
  readonly cwd: string;
  readonly folder: string;
  /** Read once, one at a time, so that they need not be in memory together. */
  readonly files: Iterable<EmittedFile>;
  /** Files to remove, relative to the folder. Default: none. */
  readonly remove?: readonly string[];
  /** The only files that may be replaced by others, relative to the folder. Default: all. */
  readonly own?: ReadonlySet<string>;
  /**
   * Whether each file is on the disk before it takes its place, so that not even a power cut leaves it torn. That takes
   * its time for each; thousands of files that are soon made again do without. Default: true.
   */
  readonly durable?: boolean;
}

/** A file that is written beside its place, and what of it is left to do. */
interface Staged {
  readonly pending: { readonly temporary: string; readonly final: string }[];
  readonly written: string[];
  readonly unchanged: string[];
  /** Folders that are known to be there and inside. */
  readonly inside: Set<string>;
  /** Where the work is, for messages. */
  current: string;
}

/**
 * Writes files into a folder: all temporary files first, then every rename, so that a full disk or a read-only folder
 * leaves every file as it was. Files whose bytes are the same are not touched. No path leaves the folder.
 */
export async function writeFiles(options: WriteOptions): Promise<Outcome<WriteReport>> {
  const root = resolve(options.cwd, options.folder);
  const remove = options.remove ?? [];
  const staged: Staged = { pending: [], written: [], unchanged: [], inside: new Set(), current: root };
  try {
    const problem = stageFiles(root, options, staged) ?? (await checkRemoved(root, options));
    if (problem) {
      dropStaged(staged);
      return failed(problem);
    }
    for (const { temporary, final } of staged.pending) {
      staged.current = final;
      renameSync(temporary, final);
    }
    for (const path of remove) {
      staged.current = join(root, path);
      rmSync(staged.current, { force: true });
    }
  } catch (error) {
    dropStaged(staged);
    if (errorCode(error) === undefined) throw error; // of who makes the files
    return failed(notWritable(options.cwd, staged.current, describeError(error)));
  }
  return succeeded({ written: staged.written, unchanged: staged.unchanged, removed: remove });
}

/** Writes each file that differs beside its place, and adds it to `staged`. Returns what forbids the whole. */
function stageFiles(
  root: string,
  { cwd, files, own, durable = true }: WriteOptions,
  staged: Staged,
): Diagnostic | undefined {
  for (const { path, text } of files) {
    if (!isInside(root, path)) return outsideFolder(cwd, root, path);
    staged.current = join(root, path);
    const found = statSync(staged.current, { throwIfNoEntry: false });
    if (found?.isFile() && readQuietly(staged.current) === text) {
      staged.unchanged.push(path);
      continue;
    }
    if (found && own?.has(path) === false)
      return cliDiagnostics.create("not-ours", undefined, { path: displayPath(cwd, root), file: path });
    if (!makeFolder(root, dirname(staged.current), staged)) return leadsOut(cwd, staged.current);
    const temporary = `${staged.current}.${randomBytes(6).toString("hex")}.tmp`;
    staged.pending.push({ temporary, final: staged.current });
    writeNew(temporary, text, { mode: found && found.mode & 0o777, durable });
    staged.written.push(path);
  }
  return undefined;
}

/** Returns what forbids to remove a file. */
async function checkRemoved(
  root: string,
  { cwd, remove = [] }: WriteOptions,
): Promise<Diagnostic | undefined> {
  for (const path of remove) {
    if (!isInside(root, path)) return outsideFolder(cwd, root, path);
    const folder = dirname(join(root, path));
    if ((await pathKind(folder)) === "folder" && !isRealInside(root, folder))
      return leadsOut(cwd, join(root, path));
  }
  return undefined;
}

function dropStaged({ pending }: Staged): void {
  for (const { temporary } of pending) {
    try {
      rmSync(temporary, { force: true });
    } catch {
      // what forbids to write may forbid this, too
    }
  }
}

/** Makes a folder where there is none. Returns whether it is inside the other. */
function makeFolder(root: string, folder: string, { inside }: Staged): boolean {
  if (inside.has(folder)) return true;
  mkdirSync(folder, { recursive: true });
  if (!isRealInside(root, folder)) return false;
  inside.add(folder);
  return true;
}

function readQuietly(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
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

function isInside(root: string, path: string): boolean {
  if (path === "" || isAbsolute(path) || path.includes("\0")) return false;
  const inside = relative(root, resolve(root, path));
  return inside !== "" && !isAbsolute(inside) && inside !== ".." && !inside.startsWith(`..${sep}`);
}

/** Returns whether a folder is inside the other, links followed. */
function isRealInside(root: string, folder: string): boolean {
  const [realRoot, real] = [realpathSync(root), realpathSync(folder)];
  return real === realRoot || real.startsWith(realRoot + sep);
}

/** Writes a file that is not there yet. A file that is written again keeps who may read and run it: its mode. */
function writeNew(
  path: string,
  text: string,
  { mode, durable }: { readonly mode: number | undefined; readonly durable: boolean },
): void {
  const file = openSync(path, "wx");
  try {
    if (mode !== undefined) fchmodSync(file, mode);
    writeFileSync(file, text, "utf8");
    if (durable) fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
