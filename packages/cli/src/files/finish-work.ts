import {
  closeSync,
  copyFileSync,
  fsyncSync,
  linkSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { describeError, errorCode } from "./describe-error.js";
import { digestBytes } from "./digest-bytes.js";
import { isInside, isRealInside } from "./inside-folder.js";
import { readQuietly } from "./read-quietly.js";

/** A file that is to be put in place or removed. */
export interface WorkEntry {
  /** Relative to the folder. */
  readonly path: string;
  /** The name of the new file in the staging folder; `null` for one that is removed. */
  readonly staged: string | null;
  /** The digest of the file that is there before; `null` where there is none. */
  readonly before: string | null;
  /** The digest of the new file; `null` for one that is removed. */
  readonly after: string | null;
}

/** Why work was not done, and what of it stands all the same: nothing, unless undoing failed, too. */
export interface WorkFailure {
  readonly path: string;
  readonly reason: string;
  readonly written: readonly string[];
}

export interface Work {
  readonly folder: string;
  readonly staging: string;
  readonly entries: readonly WorkEntry[];
  /** Whether all is on the disk before the first file is put in place. */
  readonly durable: boolean;
}

const JOURNAL = "journal.json";

/**
 * Puts files in place as one: what is to be done is written down first, so that a run that is killed in the middle is
 * completed by the next one ({@link finishWork}). Where an entry fails, those before it are undone.
 */
export function doWork(work: Work): WorkFailure | undefined {
  writeJournal(work);
  const done: WorkEntry[] = [];
  for (const entry of work.entries) {
    try {
      apply(work, entry);
      done.push(entry);
    } catch (error) {
      if (errorCode(error) === undefined) throw error;
      const written = undo(work, done);
      if (written.length === 0) rmSync(join(work.staging, JOURNAL), { force: true });
      return { path: entry.path, reason: describeError(error), written };
    }
  }
  return undefined;
}

function writeJournal({ staging, entries, durable }: Work): void {
  const temporary = join(staging, `${JOURNAL}.tmp`);
  const file = openSync(temporary, "wx");
  try {
    writeFileSync(file, JSON.stringify(entries));
    if (durable) fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(temporary, join(staging, JOURNAL));
}

type Place = Pick<Work, "folder" | "staging">;

function apply(place: Place, entry: WorkEntry): void {
  const final = join(place.folder, entry.path);
  if (entry.before !== null) keepOld(final, oldFile(place, entry));
  if (entry.staged === null) unlinkSync(final);
  else if (entry.before === null) putNew(join(place.staging, entry.staged), final);
  else renameSync(join(place.staging, entry.staged), final);
}

/** Where the old file is kept until all is done. */
function oldFile({ staging }: Place, { path }: WorkEntry): string {
  return join(staging, `old-${digestBytes(path).slice(0, 32)}`);
}

/** Some file systems have no links. */
function keepOld(final: string, old: string): void {
  rmSync(old, { force: true });
  try {
    linkSync(final, old);
  } catch (error) {
    if (errorCode(error) === "ENOENT") throw error;
    copyFileSync(final, old);
  }
}

/** A link, unlike a renaming, is never made over a file that somebody else has put there in the meantime. */
function putNew(staged: string, final: string): void {
  try {
    linkSync(staged, final);
  } catch (error) {
    if (lstatSync(final, { throwIfNoEntry: false })) throw error;
    renameSync(staged, final);
  }
}

/** Undoes entries, the last first. Returns the paths of those that stay done. */
function undo(place: Place, done: readonly WorkEntry[]): readonly string[] {
  const written: string[] = [];
  for (const entry of done.toReversed()) {
    const final = join(place.folder, entry.path);
    try {
      if (entry.before === null) unlinkSync(final);
      else renameSync(oldFile(place, entry), final);
    } catch {
      written.push(entry.path);
    }
  }
  return written.reverse();
}

/**
 * Completes what a run that is gone had written down, and removes its staging folder. A file that somebody has changed
 * since stays as it is. The folder may come from a stranger, so nothing in it is trusted: work is done inside the folder
 * alone. A run of several threads has a folder in its own for each set of files. Returns the paths of the files that are
 * in place now.
 */
export function finishWork(folder: string, staging: string): readonly string[] {
  const finished = [staging, ...listFolders(staging)].flatMap((place) => finishSet(folder, place));
  rmSync(staging, { recursive: true, force: true });
  return finished;
}

function listFolders(staging: string): readonly string[] {
  if (!lstatSync(staging, { throwIfNoEntry: false })?.isDirectory()) return [];
  const entries = readdirSync(staging, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => join(staging, name));
}

function finishSet(folder: string, staging: string): readonly string[] {
  const finished = readJournal(staging).filter((entry) => canFinish({ folder, staging }, entry));
  for (const entry of finished) apply({ folder, staging }, entry);
  return finished.map(({ path }) => path);
}

function canFinish({ folder, staging }: Place, { path, staged, before, after }: WorkEntry): boolean {
  if (!isInside(folder, path)) return false;
  const final = join(folder, path);
  const parent = lstatSync(dirname(final), { throwIfNoEntry: false });
  if (!parent || !isRealInside(folder, dirname(final))) return false;
  if (staged !== null && digestFile(join(staging, staged)) !== after) return false;
  return lstatSync(final, { throwIfNoEntry: false }) ? digestFile(final) === before : before === null;
}

/** Returns the digest of a regular file; `undefined` for all else. */
export function digestFile(path: string): string | undefined {
  return lstatSync(path, { throwIfNoEntry: false })?.isFile() ? digestBytes(readFileSync(path)) : undefined;
}

function readJournal(staging: string): readonly WorkEntry[] {
  try {
    if (!lstatSync(staging).isDirectory()) return [];
    const entries: unknown = JSON.parse(readQuietly(join(staging, JOURNAL)) ?? "");
    return Array.isArray(entries) && entries.every(isEntry) ? entries : [];
  } catch {
    return [];
  }
}

function isEntry(value: unknown): value is WorkEntry {
  const isDigest = (digest: unknown) => digest === null || typeof digest === "string";
  return (
    typeof value === "object" &&
    value !== null &&
    "path" in value &&
    typeof value.path === "string" &&
    "staged" in value &&
    (value.staged === null || (typeof value.staged === "string" && /^\d+$/.test(value.staged))) &&
    "before" in value &&
    isDigest(value.before) &&
    "after" in value &&
    isDigest(value.after)
  );
}
