import type { SourceText } from "@shapelog/model";
import { cliDiagnostics } from "../diagnostics.js";
import { decodeText } from "../files/decode-text.js";
import { explainGitError } from "../git/explain-error.js";
import { openRepository, type Repository } from "../git/repository.js";
import { runGit, runGitBytes } from "../git/start-git.js";
import { failed, type Outcome } from "../outcome.js";

/** Reads a file as a git commit has it. `input` is `git:<ref>:<path>`; the path is from the repository's root, or `./…`. */
export async function readGitObject(cwd: string, input: string): Promise<Outcome<SourceText>> {
  const [, ref = "", path = ""] = /^git:([^:]*):(.*)$/s.exec(input) ?? [];
  if (ref === "" || path === "" || ref.startsWith("-")) {
    return failed(cliDiagnostics.create("bad-input", undefined, { input, expected: "git:<ref>:<path>" }));
  }
  const repository = openRepository(cwd, input);
  if (!repository.ok) return repository;
  const name = `${ref}:${path}`;
  try {
    const bytes = await runGitBytes(repository.value, ["cat-file", "blob", "--end-of-options", name]);
    return decodeText(input, bytes);
  } catch (error) {
    const reason = await describeOther(repository.value, name);
    return failed(
      reason === undefined
        ? explainGitError(error, input)
        : cliDiagnostics.create("git-failed", undefined, { input, reason }),
    );
  }
}

/** Returns what a name stands for where that is no file, of which git says little. */
async function describeOther(repository: Repository, name: string): Promise<string | undefined> {
  try {
    const type = await runGit(repository, ["cat-file", "-t", "--end-of-options", name]);
    if (type.trim() === "tree") return "it is a folder; name a file in it";
    return type.trim() === "blob" ? undefined : `it is a ${type.trim()}, not a file`;
  } catch {
    return undefined;
  }
}
