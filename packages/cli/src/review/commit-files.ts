import { posix } from "node:path";
import type { SourceText } from "@shapelog/model";
import { decodeText } from "../files/decode-text.js";
import { keepText } from "../files/kept-texts.js";
import type { Repository } from "../git/repository.js";
import { runGit, runGitBytes } from "../git/start-git.js";
import { type Outcome, succeeded } from "../outcome.js";
import type { Terminal } from "../terminal.js";

/** A commit of a repository. */
export interface Commit {
  readonly terminal: Terminal;
  readonly repository: Repository;
  /** The commit's id. */
  readonly id: string;
}

/** Returns a path from the repository's top, without `.` and `..`; one that leaves the repository begins with `../`. */
export function fromTop(folder: string, path: string): string {
  const joined = posix.join(folder, path.replaceAll("\\", "/")).replace(/\/+$/, "");
  return joined === "." ? "" : joined;
}

/** Returns the input that names a file or folder of a commit. */
export function gitInput({ id }: Commit, path: string): string {
  return `git:${id}:${path === "" ? "/" : path}`;
}

/** Returns whether a commit has a file or a folder at a path from the top. Rejects where git cannot tell. */
export async function hasPath({ repository, id }: Commit, path: string): Promise<boolean> {
  if (path === "") return true;
  if (path === ".." || path.startsWith("../")) return false;
  const args = ["--literal-pathspecs", "ls-tree", "-z", "--name-only", "--full-tree", id, "--", path];
  return (await runGit(repository, args)) !== "";
}

/** Reads a file that a commit has. */
export async function readCommitFile(commit: Commit, path: string): Promise<Outcome<SourceText>> {
  const { terminal, repository, id } = commit;
  const bytes = await runGitBytes(repository, ["cat-file", "blob", "--end-of-options", `${id}:${path}`]);
  const source = decodeText(gitInput(commit, path), bytes);
  return source.ok ? succeeded(keepText(terminal, source.value)) : source;
}
