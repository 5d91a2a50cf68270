import { resolve } from "node:path";
import type { SiteFile } from "@shapelog/site";
import { cliDiagnostics } from "../diagnostics.js";
import { displayPath } from "../files/display-path.js";
import { readRecord } from "../files/file-record.js";
import { listFiles } from "../files/list-files.js";
import { lockFolder } from "../files/lock-folder.js";
import type { WriteReport } from "../files/write-files.js";
import { writeOwnFiles } from "../files/write-own-files.js";
import { failed, type Outcome } from "../outcome.js";

export interface WriteSiteOptions {
  readonly cwd: string;
  readonly folder: string;
  /** The site's files, read once, one at a time. */
  readonly files: Iterable<SiteFile>;
  /** Files and folders to be replaced whoever wrote them. */
  readonly replace?: readonly string[];
  /** Whether files of an earlier run that are not among the new ones are removed. Default: true. */
  readonly removesOld?: boolean;
}

/**
 * Makes a folder hold a site. Everything in it is seen by readers, so a folder that has files of others in it, and none
 * of an earlier run, is refused.
 */
export async function writeSite({
  cwd,
  folder,
  files,
  replace = [],
  removesOld = true,
}: WriteSiteOptions): Promise<Outcome<WriteReport>> {
  const root = resolve(cwd, folder);
  const lock = await lockFolder({ cwd, folder: root });
  if (!lock.ok) return lock;
  try {
    const file = readRecord(root) === undefined ? await findForeignFile(root) : undefined;
    if (file !== undefined && replace.length === 0)
      return failed(cliDiagnostics.create("not-ours", undefined, { path: displayPath(cwd, root), file }));
    const written = writeOwnFiles({ cwd, lock: lock.value, files, replace, removesOld, durable: false });
    return { ...written, diagnostics: [...lock.diagnostics, ...written.diagnostics] };
  } finally {
    lock.value.release();
  }
}

/** Returns a file in a folder that is none of the hidden ones. A run that was killed may have left empty folders. */
export async function findForeignFile(folder: string): Promise<string | undefined> {
  const [first] = await listFiles(folder, (name) => name.startsWith("."));
  return first;
}
