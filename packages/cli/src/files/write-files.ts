import { randomBytes } from "node:crypto";
import { mkdir, open, readFile, realpath, rename, rm, stat } from "node:fs/promises";
import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import type { EmittedFile } from "@shapelog/emit";
import { cliDiagnostics } from "../diagnostics.js";
import { describeError, displayPath, failed, type Outcome, succeeded } from "./read-text.js";

/** What a write did. Paths are relative to the folder. */
export interface WriteReport {
  readonly written: readonly string[];
  readonly unchanged: readonly string[];
  readonly removed: readonly string[];
}

export interface WriteOptions {
  readonly cwd: string;
  readonly folder: string;
  readonly files: readonly EmittedFile[];
  /** Files to remove, relative to the folder. Default: none. */
  readonly remove?: readonly string[];
}

/**
 * Writes files into a folder: all temporary files first, then every rename, so that a full disk or a read-only folder
 * leaves every file as it was. Files whose bytes are the same are not touched. No path leaves the folder.
 */
export async function writeFiles(options: WriteOptions): Promise<Outcome<WriteReport>> {
  const root = resolve(options.cwd, options.folder);
  for (const path of [...options.files.map((file) => file.path), ...(options.remove ?? [])]) {
    if (isInside(root, path)) continue;
    return failed(
      cliDiagnostics.create("outside-folder", undefined, { path, folder: displayPath(options.cwd, root) }),
    );
  }
  const pending: { readonly temporary: string; readonly final: string }[] = [];
  const written: string[] = [];
  const unchanged: string[] = [];
  let current = root;
  try {
    for (const file of options.files) {
      current = join(root, file.path);
      if (await hasText(current, file.text)) {
        unchanged.push(file.path);
        continue;
      }
      await mkdir(dirname(current), { recursive: true });
      await assertRealInside(root, dirname(current));
      const temporary = `${current}.${randomBytes(6).toString("hex")}.tmp`;
      pending.push({ temporary, final: current });
      await writeSynced(temporary, file.text, await findMode(current));
      written.push(file.path);
    }
    for (const { temporary, final } of pending) {
      current = final;
      await rename(temporary, final);
    }
    for (const path of options.remove ?? []) {
      current = join(root, path);
      await rm(current, { force: true });
    }
  } catch (error) {
    await Promise.allSettled(pending.map(({ temporary }) => rm(temporary, { force: true })));
    const path = displayPath(options.cwd, current);
    return failed(
      cliDiagnostics.create("not-writable", { file: path }, { path, reason: describeError(error) }),
    );
  }
  return succeeded({ written, unchanged, removed: options.remove ?? [] });
}

function isInside(root: string, path: string): boolean {
  if (path === "" || isAbsolute(path) || path.includes("\0")) return false;
  const inside = relative(root, resolve(root, path));
  return inside !== "" && !isAbsolute(inside) && inside !== ".." && !inside.startsWith(`..${sep}`);
}

/** Throws where a link leads out of the folder. */
async function assertRealInside(root: string, folder: string): Promise<void> {
  const [realRoot, real] = await Promise.all([realpath(root), realpath(folder)]);
  if (real !== realRoot && !real.startsWith(realRoot + sep))
    throw new Error("a link leads out of the output folder");
}

async function hasText(path: string, text: string): Promise<boolean> {
  try {
    return (await readFile(path, "utf8")) === text;
  } catch {
    return false;
  }
}

/** A file that is written again keeps who may read and run it. */
async function findMode(path: string): Promise<number | undefined> {
  try {
    return (await stat(path)).mode & 0o777;
  } catch {
    return undefined;
  }
}

async function writeSynced(path: string, text: string, mode: number | undefined): Promise<void> {
  const file = await open(path, "wx");
  try {
    if (mode !== undefined) await file.chmod(mode);
    await file.writeFile(text, "utf8");
    await file.sync();
  } finally {
    await file.close();
  }
}
