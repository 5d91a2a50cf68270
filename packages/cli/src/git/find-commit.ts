import { cliDiagnostics } from "../diagnostics.js";
import { failed, type Outcome, succeeded } from "../outcome.js";
import { explainGitError } from "./explain-error.js";
import type { Repository } from "./repository.js";
import { runGit } from "./start-git.js";

/** Returns the commit a ref names, after checking that the folder is a repository with its whole history. */
export async function findCommit(
  repository: Repository,
  ref: string,
  shown: string,
): Promise<Outcome<string>> {
  try {
    const shallow = await runGit(repository, ["rev-parse", "--is-shallow-repository"]);
    if (shallow.trim() === "true")
      return failed(cliDiagnostics.create("shallow", undefined, { path: shown }));
    return await readRef(repository, ref, shown);
  } catch (error) {
    return failed(explainGitError(error, shown));
  }
}

/** Returns the commit that a name stands for; nothing where it stands for none. */
export async function findNamedCommit(repository: Repository, name: string): Promise<string | undefined> {
  const commit = await readRef(repository, name, "");
  return commit.ok ? commit.value : undefined;
}

/** Refs are given on the standard input, where none is an option; but each line is one. */
async function readRef(repository: Repository, ref: string, shown: string): Promise<Outcome<string>> {
  const refuse = (reason: string) =>
    failed(cliDiagnostics.create("git-failed", undefined, { input: shown, reason }));
  // The control characters of a ref end a line, or are in none.
  if (/\p{Cc}/u.test(ref)) return refuse(`it has no commit "${ref}"`);
  const named = await describeObject(repository, ref);
  // A message may be what names it, such as `:/fix`, so the tag is peeled by its id.
  const found = named?.type === "tag" ? await describeObject(repository, `${named.id}^{commit}`) : named;
  if (found?.type === "commit") return succeeded(found.id);
  if (found) return refuse(`"${ref}" names a ${found.type}, not a commit`);
  return refuse(
    /^\^|\.\./.test(ref) ? `"${ref}" is a range of commits, not one commit` : `it has no commit "${ref}"`,
  );
}

async function describeObject(repository: Repository, name: string) {
  const line = await runGit(repository, ["cat-file", "--batch-check"], `${name}\n`);
  const [, id = "", type = ""] = /^([0-9a-f]{40,64}) (commit|tree|blob|tag) \d+\n$/.exec(line) ?? [];
  return id === "" ? undefined : { id, type };
}
