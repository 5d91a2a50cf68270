import { type FileChange, type LogCommit, parseLog, parseNotes, type ReleaseNote } from "@shapelog/history";
import { readJson } from "@shapelog/json";
import { cliDiagnostics } from "../diagnostics.js";
import { failed, type Outcome, succeeded } from "../outcome.js";
import { type Blobs, gitReason, runGit } from "./git.js";
import { logArguments } from "./log-arguments.js";

/** What the history of a repository says, without the models themselves. */
export interface RepositoryLog {
  /** The commit the history ends at. */
  readonly commit: string;
  readonly commits: readonly LogCommit[];
  readonly notes: ReadonlyMap<string, readonly ReleaseNote[]>;
}

/** Returns the commit a ref names, after checking that the folder is a repository with its whole history. */
export async function findCommit(repository: string, ref: string, shown: string): Promise<Outcome<string>> {
  const refuse = (reason: string) =>
    failed(cliDiagnostics.create("git-failed", undefined, { input: shown, reason }));
  try {
    const shallow = await runGit(repository, ["rev-parse", "--is-shallow-repository"]);
    if (shallow.trim() === "true")
      return failed(cliDiagnostics.create("shallow", undefined, { path: shown }));
  } catch (error) {
    return refuse(gitReason(error));
  }
  try {
    const args = ["rev-parse", "--verify", "--quiet", "--end-of-options", `${ref}^{commit}`];
    return succeeded((await runGit(repository, args)).trim());
  } catch {
    return refuse(`it has no commit "${ref}"`);
  }
}

/** Reads the log up to a commit. `known` is what an earlier run read; only what is new since then is read again. */
export async function readLog(
  { repository, blobs }: { readonly repository: string; readonly blobs: Blobs },
  commit: string,
  known: RepositoryLog | undefined,
): Promise<RepositoryLog> {
  if (known?.commit === commit) return known;
  const base = known && (await isAncestor(repository, known.commit, commit)) ? known : undefined;
  const ranges = base ? [`${base.commit}..${commit}`] : await halve(repository, commit);
  const texts = await Promise.all(ranges.map((range) => printLog(repository, range)));
  const commits = texts.flatMap(parseLog);
  const notes = new Map(base?.notes);
  const files = commits.flatMap((entry) => entry.notes.filter(({ status }) => status !== "D"));
  const wanted = [...new Set(files.map(({ blob }) => blob))].filter((blob) => !notes.has(blob));
  const read = await Promise.all(wanted.map(async (blob) => [blob, await readNotes(blobs, blob)] as const));
  for (const [blob, found] of read) notes.set(blob, found);
  return { commit, commits: [...(base?.commits ?? []), ...commits], notes };
}

/** Returns the history up to a commit as two ranges, which two gits print at the same time. */
async function halve(repository: string, commit: string): Promise<readonly string[]> {
  const list = (...args: string[]) => runGit(repository, ["rev-list", "--first-parent", ...args, commit]);
  const count = Number(await list("--count"));
  if (count < 2) return [commit];
  const middle = (await list(`--skip=${count >> 1}`, "--max-count=1")).trim();
  return [middle, `${middle}..${commit}`];
}

/**
 * Finding moves means looking into files: where one that is needed is missing, moves are taken as a removal and a new
 * file.
 */
async function printLog(repository: string, range: string): Promise<string> {
  try {
    return await runGit(repository, logArguments(range));
  } catch {
    return runGit(repository, logArguments(range, "not-looked-for"));
  }
}

async function isAncestor(repository: string, ancestor: string, commit: string): Promise<boolean> {
  try {
    await runGit(repository, ["merge-base", "--is-ancestor", ancestor, commit]);
    return true;
  } catch {
    return false;
  }
}

async function readNotes(blobs: Blobs, blob: string): Promise<ReleaseNote[]> {
  const bytes = await blobs.read(blob);
  return bytes ? parseNotes(readJson({ file: blob, text: bytes.toString("utf8") }).value) : [];
}

/** A log as the state file keeps it: short, as there are tens of thousands of entries. */
export interface StoredLog {
  readonly commit: string;
  readonly commits: readonly (readonly [
    commit: string,
    date: string,
    old: number,
    models: StoredFiles,
    notes: StoredFiles,
  ])[];
  readonly notes: readonly (readonly [blob: string, notes: readonly ReleaseNote[]])[];
}

type StoredFiles = readonly (readonly [status: string, path: string, blob: string, from?: string])[];

/** Returns a log as the state file keeps it. */
export function storeLog({ commit, commits, notes }: RepositoryLog): StoredLog {
  const store = (files: readonly FileChange[]): StoredFiles =>
    files.map(({ status, path, blob, from }) =>
      from === undefined ? [status, path, blob] : [status, path, blob, from],
    );
  return {
    commit,
    commits: commits.map((entry) => [
      entry.commit,
      entry.date,
      entry.old,
      store(entry.models),
      store(entry.notes),
    ]),
    notes: [...notes],
  };
}

/** Returns the log that a state file kept. */
export function restoreLog({ commit, commits, notes }: StoredLog): RepositoryLog {
  const restore = (files: StoredFiles): FileChange[] =>
    files.map(([status, path, blob, from]) => ({
      status: status === "A" || status === "D" ? status : "M",
      path,
      blob,
      ...(from === undefined ? {} : { from }),
    }));
  return {
    commit,
    commits: commits.map(([id, date, old, models, files]) => ({
      ...{ commit: id, date, old },
      models: restore(models),
      notes: restore(files),
    })),
    notes: new Map(notes),
  };
}
