import { statSync } from "node:fs";
import { resolve } from "node:path";
import type { SourceText } from "@shapelog/model";
import { cliDiagnostics } from "../../diagnostics.js";
import { decodeText } from "../../files/decode-text.js";
import { readText } from "../../files/read-text.js";
import { explainGitError } from "../../git/explain-error.js";
import { findNamedCommit } from "../../git/find-commit.js";
import { openRepository } from "../../git/repository.js";
import { runGit, runGitBytes } from "../../git/start-git.js";
import { findPath } from "../../inputs/open-git-input.js";
import { failed, type Outcome } from "../../outcome.js";
import { upgradeDiagnostics } from "../diagnostics.js";

/** More than the lock file of any repository that is known. */
const MOST_BYTES = 64 * 1024 * 1024;

/** Reads a lock file as it is now. */
export async function openLock(cwd: string, path: string): Promise<Outcome<SourceText>> {
  const found = statSync(resolve(cwd, path), { throwIfNoEntry: false });
  if (found?.isFile() && found.size > MOST_BYTES) return failed(describeSize(path, found.size));
  return readText(cwd, path);
}

/** Reads a lock file as a commit of the repository around `cwd` has it. */
export async function openLockAt(
  cwd: string,
  { path, ref }: { readonly path: string; readonly ref: string },
): Promise<Outcome<SourceText>> {
  const file = `git:${ref}:${path}`;
  const repository = openRepository(cwd, file);
  if (!repository.ok) return repository;
  try {
    const commit = ref.startsWith("-") ? undefined : await findNamedCommit(repository.value, ref);
    if (commit === undefined) {
      const reason = `it has no commit "${ref}"`;
      return failed(cliDiagnostics.create("git-failed", undefined, { input: file, reason }));
    }
    const name = `${commit}:${await findPath(repository.value, path.replaceAll("\\", "/").replace(/^(?!\.{0,2}\/)/, "./"))}`;
    const size = Number(await runGit(repository.value, ["cat-file", "-s", name]));
    if (size > MOST_BYTES) return failed(describeSize(file, size));
    return decodeText(file, await runGitBytes(repository.value, ["cat-file", "blob", name]));
  } catch (error) {
    return failed(explainGitError(error, file));
  }
}

function describeSize(path: string, size: number) {
  const reason = `it has ${Math.round(size / 1024 / 1024)} MB, and ${MOST_BYTES / 1024 / 1024} MB is the most`;
  return upgradeDiagnostics.create("bad-lock", undefined, { path, reason });
}
