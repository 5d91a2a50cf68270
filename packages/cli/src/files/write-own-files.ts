import { lstatSync, readFileSync, rmdirSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import type { Diagnostic } from "@shapelog/diagnostics";
import { cliDiagnostics } from "../diagnostics.js";
import { type Outcome, succeeded } from "../outcome.js";
import { errorCode } from "./describe-error.js";
import { displayPath } from "./display-path.js";
import {
  digestText,
  type FileRecord,
  parseRecord,
  printRecord,
  RECORD_FILE,
  readRecord,
} from "./file-record.js";
import { isInside, isRealInside } from "./inside-folder.js";
import type { FolderLock } from "./lock-folder.js";
import { type WriteReport, writeFiles } from "./write-files.js";
import type { WrittenFile } from "./written-file.js";

export interface WriteOwnOptions {
  readonly cwd: string;
  readonly lock: Pick<FolderLock, "folder" | "staging">;
  /** Where the record is kept, in the folder. Default: `.shapelog-files`. */
  readonly record?: string;
  /** Read once, one at a time. */
  readonly files: Iterable<WrittenFile>;
  /** Files that are made where there is none, and belong to others from then on. Default: none. */
  readonly first?: readonly WrittenFile[];
  /** Files and folders, relative to `cwd`, that a person named to be replaced whoever wrote them. Default: none. */
  readonly replace?: readonly string[];
  /** Whether files of an earlier run that are not among the new ones are removed. Default: true. */
  readonly removesOld?: boolean;
  /** Returns what of a file's text is ours: what others may write into it is left out. Default: all. */
  readonly ownText?: (path: string, text: string) => string;
  readonly durable?: boolean;
}

/**
 * Makes a folder hold the files, and a record of them. What an earlier run recorded, and nobody has changed since, is
 * replaced, and removed where it is not among the files any more. All else in the folder stays: where another file is
 * in the place of one, nothing is written.
 */
export function writeOwnFiles(options: WriteOwnOptions): Outcome<WriteReport> {
  const {
    cwd,
    lock,
    first = [],
    removesOld = true,
    ownText = (_path, text) => text,
    durable = true,
    record: recordFile = RECORD_FILE,
  } = options;
  const record = readRecord(lock.folder, recordFile) ?? new Map();
  const isNamed = createNames(cwd, lock.folder, options.replace ?? []);
  const isOwn = (path: string, text: string) =>
    record.get(path)?.has(digestText(ownText(path, text))) ?? false;
  const digests = new Map<string, string>();
  const old: OldFiles = { isOwn, stale: [], kept: [] };
  function* withRecord(): Generator<WrittenFile> {
    for (const file of options.files) {
      digests.set(file.path, digestText(ownText(file.path, file.text)));
      yield file;
    }
    for (const file of first)
      if (!lstatSync(join(lock.folder, file.path), { throwIfNoEntry: false })) yield file;
    if (removesOld) sortOld(lock.folder, record, { digests, old });
    else keepRecorded(record, digests);
    yield printRecord(digests, recordFile);
  }
  const written = writeFiles({
    cwd,
    lock,
    files: withRecord(),
    remove: old.stale,
    mayReplace: (path, text) =>
      isNamed(path) || isOwn(path, text) || (path === recordFile && parseRecord(text) !== undefined),
    durable,
  });
  if (!written.ok) return written;
  removeEmptyFolders(lock.folder, old.stale);
  const isShown = (path: string) => path !== recordFile;
  return succeeded(
    {
      written: written.value.written.filter(isShown),
      unchanged: written.value.unchanged.filter(isShown),
      removed: old.stale,
    },
    old.kept.map((path): Diagnostic => {
      const shown = displayPath(cwd, join(lock.folder, path));
      return cliDiagnostics.create("kept-file", { file: shown }, { path: shown });
    }),
  );
}

/** The files of an earlier run that are not among the new ones. */
interface OldFiles {
  readonly isOwn: (path: string, text: string) => boolean;
  /** Those that are as they were left. */
  readonly stale: string[];
  /** Those that were changed since. */
  readonly kept: string[];
}

function sortOld(
  folder: string,
  record: FileRecord,
  { digests, old }: { readonly digests: ReadonlyMap<string, string>; readonly old: OldFiles },
): void {
  for (const path of record.keys()) {
    if (digests.has(path)) continue;
    const full = join(folder, path);
    const found = isInside(folder, path) && lstatSync(full, { throwIfNoEntry: false });
    if (!found || !isRealInside(folder, dirname(full))) continue;
    if (found.isFile() && old.isOwn(path, readFileSync(full, "utf8"))) old.stale.push(path);
    else old.kept.push(path);
  }
}

function keepRecorded(record: FileRecord, digests: Map<string, string>): void {
  for (const [path, [digest = ""]] of record) if (!digests.has(path)) digests.set(path, digest);
}

/** Returns whether a path of the folder is one of the named ones, or in one of them. */
function createNames(cwd: string, folder: string, named: readonly string[]): (path: string) => boolean {
  const full = named.map((name) => resolve(cwd, name));
  return (path) =>
    full.some((name) => {
      const below = relative(name, join(folder, path));
      return below !== ".." && !below.startsWith(`..${sep}`);
    });
}

/** Removes the folders that are empty after files were removed from them. */
function removeEmptyFolders(folder: string, removed: readonly string[]): void {
  for (const path of removed) {
    for (let inside = dirname(path); inside !== "."; inside = dirname(inside)) {
      try {
        rmdirSync(join(folder, inside));
      } catch (error) {
        if (errorCode(error) !== "ENOENT") break;
      }
    }
  }
}
