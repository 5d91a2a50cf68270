import { relative, resolve } from "node:path";
import type { FileFix } from "@shapelog/impact";
import { findFixes } from "@shapelog/impact";
import { loadTypeScript } from "../consumers/load-typescript.js";
import { displayPath } from "../files/display-path.js";
import { lockFolder } from "../files/lock-folder.js";
import { readText } from "../files/read-text.js";
import { writeFiles } from "../files/write-files.js";
import { openRepository } from "../git/repository.js";
import { runGit } from "../git/start-git.js";
import { printPlainDiff } from "../git-diff/plain-diff.js";
import { failed, type Outcome, succeeded } from "../outcome.js";
import type { Terminal } from "../terminal.js";
import { upgradeDiagnostics } from "./diagnostics.js";
import { listPlaces } from "./find-upgrade-places.js";
import type { UpgradeOptions } from "./upgrade-options.js";
import type { PackageUpgrade, ShownFix } from "./upgrade-report.js";

/** A byte order mark, by which TypeScript does not count. */
const MARK = "\ufeff";

/** Returns the edits of programs that are safe, made where that was asked for. */
export async function fixPlaces(
  terminal: Terminal,
  upgrades: readonly PackageUpgrade[],
  { write, force }: UpgradeOptions,
): Promise<Outcome<readonly ShownFix[]>> {
  const places = upgrades.flatMap(({ changed }) =>
    changed.flatMap(({ impact }) => (impact ? listPlaces(impact) : [])),
  );
  const texts = await readTexts(terminal.cwd, new Set(places.map(({ at }) => at.file)));
  const fixes = findFixes(places, {
    typescript: await loadTypeScript(terminal.cwd),
    textOf: (file) => texts.get(file)?.replace(MARK, ""),
  });
  if (write && fixes.length > 0) {
    const written = await writeFixes(terminal.cwd, fixes, { texts, force });
    if (!written.ok) return written;
  }
  const shown = fixes.map(({ file, edits, before, after }) => ({
    ...{ file: displayPath(terminal.cwd, file), edits, written: write },
    patch: printPlainDiff({ before, after }, false),
  }));
  return succeeded(shown);
}

/** A file that is no UTF-8 is not edited. */
async function readTexts(cwd: string, files: ReadonlySet<string>): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  for (const file of files) {
    const source = await readText(cwd, file);
    if (source.ok) texts.set(file, source.value.text);
  }
  return texts;
}

interface WriteFixesOptions {
  readonly texts: ReadonlyMap<string, string>;
  readonly force: boolean;
}

/** Writes all files as one; one that somebody has just written stays, and so do all others then. */
async function writeFixes(
  cwd: string,
  fixes: readonly FileFix[],
  { texts, force }: WriteFixesOptions,
): Promise<Outcome<unknown>> {
  const changed = force ? [] : await listUncommitted(cwd, fixes);
  if (changed.length > 0)
    return failed(upgradeDiagnostics.create("not-committed", undefined, { files: changed }));
  const lock = await lockFolder({ cwd, folder: cwd });
  if (!lock.ok) return lock;
  try {
    const known = new Map(fixes.map(({ file }) => [relative(cwd, file), texts.get(file)]));
    return writeFiles({
      ...{ cwd, lock: lock.value },
      files: fixes.map(({ file, after }) => {
        const mark = texts.get(file)?.startsWith(MARK) ? MARK : "";
        return { path: relative(cwd, file), text: `${mark}${after}` };
      }),
      mayReplace: (path, found) => known.get(path) === found,
    });
  } finally {
    lock.value.release();
  }
}

/** Returns the files that differ from what is committed; all of them where git does not say. */
async function listUncommitted(cwd: string, fixes: readonly FileFix[]): Promise<readonly string[]> {
  const paths = fixes.map(({ file }) => displayPath(cwd, file));
  const repository = openRepository(cwd, cwd);
  if (!repository.ok) return paths;
  const dirty: string[] = [];
  for (const path of paths) {
    const args = [
      "status",
      "--porcelain",
      "--ignored",
      "--untracked-files=all",
      "--",
      `:(literal)${resolve(cwd, path)}`,
    ];
    const status = await runGit(repository.value, args).catch(() => "unknown");
    if (status !== "") dirty.push(path);
  }
  return dirty;
}
