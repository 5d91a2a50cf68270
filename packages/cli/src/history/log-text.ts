import { LOG_FORMAT } from "@shapelog/history";
import type { Repository } from "../git/repository.js";
import { runGit } from "../git/start-git.js";

/** How a log tells of files that moved: by looking into them, or as a removal and a new file. */
export type Moves = "found" | "not-looked-for";

/** Some commits, oldest first, one a line: each with its first parent, or alone if it has none. */
export type CommitLines = readonly string[];

/**
 * Returns the commits up to one, or those `after` another, along the first parents. They are the line that users see;
 * a merge counts as one commit.
 */
export async function listCommits(
  repository: Repository,
  commit: string,
  after?: string,
): Promise<CommitLines> {
  const revisions = after === undefined ? [commit] : [commit, `^${after}`];
  const walk = ["--first-parent", "--reverse", "--parents"];
  const text = await runGit(repository, ["rev-list", ...walk, "--end-of-options", ...revisions, "--"]);
  const lines = text.split("\n").filter((line) => line !== "");
  return lines.map((line) => line.split(" ", 2).join(" "));
}

export interface LogOptions {
  /** Default: `found`. */
  readonly moves?: Moves;
  /** The files it tells of. Default: models and notes. */
  readonly files?: readonly string[];
}

/** The files that may be models or notes. */
const FILES = ["*.json", "*/model.smithy"];

/** Returns what `parseLog` reads: what commits changed of models and notes. */
export async function readLogText(
  repository: Repository,
  commits: CommitLines,
  { moves = "found", files = FILES }: LogOptions = {},
): Promise<string> {
  const renames = moves === "found" ? ["-l5000", "--find-renames=60%"] : ["--no-renames"];
  const raw = ["-r", "-z", "--root", "--raw", "--no-abbrev", "--no-ext-diff", "--no-textconv"];
  const args = ["diff-tree", "--stdin", ...raw, ...renames, `--format=${LOG_FORMAT}`, "--end-of-options"];
  return runGit(repository, [...args, "--", ...files], commits.map((line) => `${line}\n`).join(""));
}
