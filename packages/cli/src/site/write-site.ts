import { readdir, rmdir } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import type { SiteFile } from "@shapelog/site";
import { cliDiagnostics } from "../diagnostics.js";
import { displayPath } from "../files/display-path.js";
import { type WriteReport, writeFiles } from "../files/write-files.js";
import { failed, type Outcome, succeeded } from "../outcome.js";
import { printRecord, RECORD_FILE, readRecord } from "./site-record.js";

export interface WriteSiteOptions {
  readonly cwd: string;
  readonly folder: string;
  /** The site's files, read once, one at a time. */
  readonly files: Iterable<SiteFile>;
}

/**
 * Makes a folder hold a site. Files of an earlier run, which it left a record of, are replaced, and removed where they
 * no longer belong. Other files stay as they are: a folder that has some and no record is refused, and so is a page at
 * the place of one.
 */
export async function writeSite({ cwd, folder, files }: WriteSiteOptions): Promise<Outcome<WriteReport>> {
  const root = resolve(cwd, folder);
  const recorded = await readRecord(root);
  if (recorded === undefined) {
    const file = (await listNames(root)).find((name) => !name.startsWith("."));
    if (file !== undefined)
      return failed(cliDiagnostics.create("not-ours", undefined, { path: displayPath(cwd, root), file }));
  }
  const before = recorded ?? new Set<string>();
  // From here on the folder is ours: what a run that ends early leaves in it does not lock the next one out.
  const marked = await writeFiles({ cwd, folder: root, files: [printRecord(before)] });
  if (!marked.ok) return marked;
  const made = new Set<string>();
  const own = new Set([...before, RECORD_FILE]);
  const written = await writeFiles({
    cwd,
    folder: root,
    files: withRecord(files, made, before),
    own,
    durable: false,
  });
  if (!written.ok) return written;
  const stale = [...before].filter((path) => !made.has(path));
  const removed = await removeFiles(cwd, root, stale);
  if (!removed.ok) return removed;
  const cleaned = await writeFiles({ cwd, folder: root, files: [printRecord(made)] });
  if (!cleaned.ok) return cleaned;
  const isPage = (path: string) => path !== RECORD_FILE;
  return succeeded({
    written: written.value.written.filter(isPage),
    unchanged: written.value.unchanged.filter(isPage),
    removed: stale,
  });
}

/** Yields the files, adds their paths to `made`, and ends with a record of all that is now in the folder. */
function* withRecord(
  files: Iterable<SiteFile>,
  made: Set<string>,
  before: ReadonlySet<string>,
): Generator<SiteFile> {
  for (const file of files) {
    made.add(file.path);
    yield file;
  }
  yield printRecord(new Set([...before, ...made]));
}

/** Removes files, and the folders that are empty then. */
async function removeFiles(
  cwd: string,
  root: string,
  paths: readonly string[],
): Promise<Outcome<WriteReport>> {
  const removed = await writeFiles({ cwd, folder: root, files: [], remove: paths });
  if (!removed.ok) return removed;
  for (const path of paths) {
    for (let folder = dirname(path); folder !== "."; folder = dirname(folder)) {
      const isRemoved = await rmdir(join(root, folder)).then(
        () => true,
        () => false,
      );
      if (!isRemoved && (await listNames(join(root, folder))).length > 0) break;
    }
  }
  return removed;
}

async function listNames(folder: string): Promise<readonly string[]> {
  return (await readdir(folder).catch(() => [])).sort();
}
