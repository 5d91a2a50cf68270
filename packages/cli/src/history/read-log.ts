import {
  type FileChange,
  findMoveModels,
  type LogCommit,
  type OperationsByBlob,
  parseLog,
  parseNotes,
  type ReleaseNote,
} from "@shapelog/history";
import { readJson } from "@shapelog/json";
import type { Blobs } from "../git/blobs.js";
import { OBJECT_ID } from "../git/object-id.js";
import type { Repository } from "../git/repository.js";
import { runGit } from "../git/start-git.js";
import { type CommitLines, listCommits, type Moves, readLogText } from "./log-text.js";
import { readOperations } from "./read-operations.js";

/** What the history of a repository says, without the models themselves. */
export interface RepositoryLog {
  /** The commit the history ends at. */
  readonly commit: string;
  /** Whether files that moved were found everywhere: not where a file that it takes is missing. */
  readonly moves: Moves;
  readonly commits: readonly LogCommit[];
  /** The notes of each file of notes that the repository has, by its blob. */
  readonly notes: ReadonlyMap<string, readonly ReleaseNote[]>;
  /** The operations of the models that say whether a service moved, of those that the repository has. */
  readonly operations: OperationsByBlob;
}

/** Where a log is read from. */
export interface LogSource {
  readonly repository: Repository;
  readonly blobs: Blobs;
}

/**
 * Reads the log up to a commit. `known` is what an earlier run read; only what is new since then is read again, and what
 * was missing. Returns `known` itself if there is nothing new.
 */
export async function readLog(
  { repository, blobs }: LogSource,
  commit: string,
  known: RepositoryLog | undefined,
): Promise<RepositoryLog> {
  const base =
    known?.moves === "found" && (await isAncestor(repository, known.commit, commit)) ? known : undefined;
  const isSame = base?.commit === commit;
  const added = isSame ? NOTHING : await readCommits(repository, commit, base?.commit);
  const commits = [...(base?.commits ?? []), ...added.commits];
  const notes = new Map(base?.notes);
  const wanted = listNotes(commits).filter((blob) => !notes.has(blob));
  const read = await Promise.all(wanted.map(async (blob) => [blob, await readNotes(blobs, blob)] as const));
  for (const [blob, found] of read) if (found) notes.set(blob, found);
  const operations = await readOperations(blobs, findMoveModels(commits), base?.operations);
  const isKnown = notes.size === base?.notes.size && operations.size === base.operations.size;
  return isSame && isKnown ? base : { commit, moves: added.moves, commits, notes, operations };
}

/** Returns the blobs of files of notes that the repository does not have. */
export function findMissingNotes({ commits, notes }: RepositoryLog): readonly string[] {
  return listNotes(commits).filter((blob) => !notes.has(blob));
}

function listNotes(commits: readonly LogCommit[]): readonly string[] {
  const files = commits.flatMap((entry) => entry.notes.filter(({ status }) => status !== "D"));
  return [...new Set(files.map(({ blob }) => blob))];
}

type ReadCommits = Pick<RepositoryLog, "commits" | "moves">;

const NOTHING: ReadCommits = { commits: [], moves: "found" };

/** Reads commits in two halves, which two gits print at the same time. */
async function readCommits(repository: Repository, commit: string, after?: string): Promise<ReadCommits> {
  const lines = await listCommits(repository, commit, after);
  const middle = lines.length >> 1;
  const halves = [lines.slice(0, middle), lines.slice(middle)].filter((half) => half.length > 0);
  const read = await Promise.all(halves.map((half) => readHalf(repository, half)));
  const moves = read.some((half) => half.moves === "not-looked-for") ? "not-looked-for" : "found";
  return { moves, commits: read.flatMap((half) => half.commits) };
}

/**
 * Finding moves means looking into files: where one that is needed is missing, moves are taken as a removal and a new
 * file.
 */
async function readHalf(repository: Repository, lines: CommitLines): Promise<ReadCommits> {
  try {
    return { moves: "found", commits: parseLog(await readLogText(repository, lines)) };
  } catch {
    const moves = "not-looked-for";
    return { moves, commits: parseLog(await readLogText(repository, lines, { moves })) };
  }
}

async function isAncestor(repository: Repository, ancestor: string, commit: string): Promise<boolean> {
  if (ancestor === commit) return true;
  if (!OBJECT_ID.test(ancestor)) return false;
  try {
    await runGit(repository, ["merge-base", "--is-ancestor", ancestor, commit]);
    return true;
  } catch {
    return false;
  }
}

async function readNotes(blobs: Blobs, blob: string): Promise<readonly ReleaseNote[] | undefined> {
  const bytes = await blobs.read(blob);
  return bytes && parseNotes(readJson({ file: blob, text: bytes.toString("utf8") }).value);
}

/** A log as the state file keeps it: short, as there are tens of thousands of entries. */
export interface StoredLog {
  readonly commit: string;
  /** Absent where they were found. */
  readonly moves?: Moves;
  readonly commits: readonly (readonly [
    commit: string,
    date: string,
    old: number,
    models: StoredFiles,
    beside: StoredFiles,
    notes: StoredFiles,
  ])[];
  readonly notes: readonly (readonly [blob: string, notes: readonly ReleaseNote[]])[];
  readonly operations?: readonly (readonly [blob: string, names: readonly string[]])[];
}

type StoredFiles = readonly (readonly [status: string, path: string, blob: string, from?: string])[];

/** Returns a log as the state file keeps it. */
export function storeLog({ commit, moves, commits, notes, operations }: RepositoryLog): StoredLog {
  const store = (files: readonly FileChange[]): StoredFiles =>
    files.map(({ status, path, blob, from }) =>
      from === undefined ? [status, path, blob] : [status, path, blob, from],
    );
  return {
    commit,
    ...(moves === "found" ? {} : { moves }),
    commits: commits.map((entry) => [
      entry.commit,
      entry.date,
      entry.old,
      store(entry.models),
      store(entry.beside),
      store(entry.notes),
    ]),
    notes: [...notes],
    operations: [...operations],
  };
}

/** Returns the log that a state file kept. */
export function restoreLog({
  commit,
  moves = "found",
  commits,
  notes,
  operations = [],
}: StoredLog): RepositoryLog {
  const restore = (files: StoredFiles): FileChange[] =>
    files.map(([status, path, blob, from]) => ({
      status: status === "A" || status === "D" ? status : "M",
      path,
      blob,
      ...(from === undefined ? {} : { from }),
    }));
  return {
    ...{ commit, moves },
    commits: commits.map(([id, date, old, models, beside, files]) => ({
      ...{ commit: id, date, old },
      models: restore(models),
      beside: restore(beside),
      notes: restore(files),
    })),
    notes: new Map(notes),
    operations: new Map(operations),
  };
}
