import { randomBytes } from "node:crypto";
import { mkdir, open, readFile, realpath, rename, rm, stat } from "node:fs/promises";
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
  const staged: Staged = { pending: [], written: [], unchanged: [], current: root };
  try {
    const problem = (await stageFiles(root, options, staged)) ?? (await checkRemoved(root, options));
    if (problem) {
      await dropStaged(staged);
      return failed(problem);
    }
    for (const { temporary, final } of staged.pending) {
      staged.current = final;
      await rename(temporary, final);
    }
    for (const path of remove) {
      staged.current = join(root, path);
      await rm(staged.current, { force: true });
    }
  } catch (error) {
    await dropStaged(staged);
    if (errorCode(error) === undefined) throw error; // of who makes the files
    return failed(notWritable(options.cwd, staged.current, describeError(error)));
  }
  return succeeded({ written: staged.written, unchanged: staged.unchanged, removed: remove });
}

/** Writes each file that differs beside its place, and adds it to `staged`. Returns what forbids the whole. */
async function stageFiles(
  root: string,
  { cwd, files, own, durable = true }: WriteOptions,
  staged: Staged,
): Promise<Diagnostic | undefined> {
  for (const { path, text } of files) {
    if (!isInside(root, path)) return outsideFolder(cwd, root, path);
    staged.current = join(root, path);
    const found = await readFile(staged.current, "utf8").catch(() => undefined);
    if (found === text) {
      staged.unchanged.push(path);
      continue;
    }
    if (own?.has(path) === false && (await pathKind(staged.current)) !== "none")
      return cliDiagnostics.create("not-ours", undefined, { path: displayPath(cwd, root), file: path });
    await mkdir(dirname(staged.current), { recursive: true });
    if (!(await isRealInside(root, dirname(staged.current)))) return leadsOut(cwd, staged.current);
    const temporary = `${staged.current}.${randomBytes(6).toString("hex")}.tmp`;
    staged.pending.push({ temporary, final: staged.current });
    await writeNew(temporary, text, { mode: await findMode(staged.current), durable });
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
    if ((await pathKind(folder)) === "folder" && !(await isRealInside(root, folder)))
      return leadsOut(cwd, join(root, path));
  }
  return undefined;
}

async function dropStaged({ pending }: Staged): Promise<void> {
  await Promise.allSettled(pending.map(({ temporary }) => rm(temporary, { force: true })));
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
async function isRealInside(root: string, folder: string): Promise<boolean> {
  const [realRoot, real] = await Promise.all([realpath(root), realpath(folder)]);
  return real === realRoot || real.startsWith(realRoot + sep);
}

/** A file that is written again keeps who may read and run it. */
async function findMode(path: string): Promise<number | undefined> {
  try {
    return (await stat(path)).mode & 0o777;
  } catch {
    return undefined;
  }
}

async function writeNew(
  path: string,
  text: string,
  { mode, durable }: { readonly mode: number | undefined; readonly durable: boolean },
): Promise<void> {
  const file = await open(path, "wx");
  try {
    if (mode !== undefined) await file.chmod(mode);
    await file.writeFile(text, "utf8");
    if (durable) await file.sync();
  } finally {
    await file.close();
  }
}
