import { randomBytes } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, rmdir, writeFile } from "node:fs/promises";
import { dirname, join, relative, resolve, sep } from "node:path";

/**
 * Makes a folder hold a site's files and nothing else. Each file is written beside its place and then renamed; files
 * with the same bytes are left alone; files that no longer belong are removed.
 *
 * @param {string} target
 * @param {Iterable<import("@shapelog/site").SiteFile>} files
 */
export async function writeSite(target, files) {
  const root = resolve(target);
  const report = { written: 0, unchanged: 0, removed: 0 };
  const kept = new Set();
  for (const { path, text } of files) {
    const file = resolve(root, path);
    if (!file.startsWith(root + sep)) throw new Error(`${path} leads out of the site's folder`);
    kept.add(file);
    if (await hasText(file, text)) {
      report.unchanged++;
      continue;
    }
    await mkdir(dirname(file), { recursive: true });
    const temporary = `${file}.${randomBytes(6).toString("hex")}.tmp`;
    await writeFile(temporary, text);
    await rename(temporary, file);
    report.written++;
  }
  for (const file of await listFiles(root)) {
    if (kept.has(file)) continue;
    await rm(file);
    report.removed++;
    await removeEmptyFolders(root, dirname(file));
  }
  return report;
}

/**
 * Returns every file below a folder.
 *
 * @param {string} root
 */
export async function listFiles(root) {
  const found = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => []);
  return found.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
}

/**
 * @param {string} file
 * @param {string} text
 */
async function hasText(file, text) {
  const known = await readFile(file).catch(() => undefined);
  return known?.equals(Buffer.from(text)) ?? false;
}

/**
 * @param {string} root
 * @param {string} folder
 */
async function removeEmptyFolders(root, folder) {
  for (
    let current = folder;
    relative(root, current) !== "" && current.startsWith(root);
    current = dirname(current)
  ) {
    const isEmpty = (await readdir(current)).length === 0;
    if (!isEmpty) return;
    await rmdir(current);
  }
}
