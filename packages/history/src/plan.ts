import { compareCodeUnits } from "@shapelog/model";
import { besidePaths, mapBeside, modelPathsBeside } from "./beside.js";
import { joinMoved } from "./join-moved.js";
import { findModelFile, findRelease } from "./layout.js";
import type { Line, PlannedRevision } from "./line.js";
import { isSameService, listCandidates, type OperationsByBlob } from "./moved-services.js";
import { findNote, type PlacedNote, type ReleaseNote } from "./notes.js";
import type { FileChange, LogCommit } from "./parse-log.js";

/** The revisions of one service, oldest first. */
export interface ServicePlan {
  /** The service's last name. */
  readonly service: string;
  /** All names it had, the last one first. */
  readonly names: readonly string[];
  /** The name of the collection, such as `botocore`. */
  readonly source: string;
  readonly revisions: readonly PlannedRevision[];
}

/** The release notes of files, by blob. */
export type NotesByBlob = ReadonlyMap<string, readonly ReleaseNote[]>;

export interface PlanOptions {
  /** The operations of the models that {@link findMoveModels} names. Default: none, so that no service moves but by git. */
  readonly operations?: OperationsByBlob;
  /** Leave out what is older than this day; the state then becomes the baseline. `YYYY-MM-DD`. */
  readonly since?: string;
}

/** All services while they are planned. */
interface Planning {
  readonly lines: Map<string, Line>;
  /** The files that stand beside models, by path, with their blobs. */
  readonly beside: Map<string, string>;
  readonly operations: OperationsByBlob;
}

/**
 * Returns the revisions of every service that a log tells of, sorted by service: the states of each model with what
 * stands beside it. A file's predecessor is its own last state, where it was before it moved, or, for a new API version,
 * the newest older version of the service. A version that is older than one that is there has none. A service that ends
 * while its operations go on under another name, a few commits before or after, goes on as that one.
 */
export function planHistory(
  commits: readonly LogCommit[],
  notes: NotesByBlob,
  options: PlanOptions = {},
): ServicePlan[] {
  const { operations = new Map(), since } = options;
  const lines = joinMoved(planLines(commits, notes, operations), { commits, operations });
  return lines
    .map(({ service, names, source, revisions }): ServicePlan => {
      const kept = since === undefined ? revisions : cutBefore(revisions, since);
      return {
        service,
        names: [service, ...names.filter((name) => name !== service)],
        source,
        revisions: kept,
      };
    })
    .filter(({ revisions }) => revisions.length > 0)
    .sort((a, b) => compareCodeUnits(a.service, b.service));
}

/** Returns the models whose operations say whether a service moved: {@link PlanOptions.operations} is of their blobs. */
export function findMoveModels(commits: readonly LogCommit[]): readonly PlannedRevision[] {
  const lines = planLines(commits, new Map(), new Map());
  const candidates = listCandidates(lines, commits).flatMap(({ end, begin }) => [
    end.revision,
    begin.revision,
  ]);
  const models = [...candidates, ...lines.flatMap(listRenamed)];
  return [...new Map(models.map((revision) => [revision.blob, revision])).values()];
}

/** Returns the files that got another service's name, as they were and as they are. */
function listRenamed({ revisions }: Line): readonly PlannedRevision[] {
  const last = new Map<string, PlannedRevision>();
  return revisions.flatMap((revision) => {
    const { path, from = path } = revision;
    const old = last.get(from);
    last.set(path, revision);
    return old && findModelFile(from)?.service !== findModelFile(path)?.service ? [old, revision] : [];
  });
}

function planLines(
  commits: readonly LogCommit[],
  notes: NotesByBlob,
  operations: OperationsByBlob,
): readonly Line[] {
  const releases = findReleases(commits, notes);
  const planning: Planning = { lines: new Map(), beside: new Map(), operations };
  for (const [index, commit] of commits.entries()) {
    const release = releases[index];
    putBeside(planning.beside, commit.beside);
    const leaving = new Set(
      commit.models.flatMap(({ status, path, from }) => from ?? (status === "D" ? path : [])),
    );
    for (const change of ordered(commit.models)) {
      addChange(planning, commit, change, { release, leaving });
    }
    addBeside(planning, commit, release);
  }
  return [...new Set(planning.lines.values())];
}

/** Moves and new files come before removals, so that a service is not gone before its next file is there. */
function ordered(changes: readonly FileChange[]): FileChange[] {
  const rank = (change: FileChange) => (change.from !== undefined ? 0 : change.status === "D" ? 2 : 1);
  return [...changes].sort((a, b) => rank(a) - rank(b) || compareCodeUnits(a.path, b.path));
}

function putBeside(files: Map<string, string>, changes: readonly FileChange[]): void {
  for (const { path, from } of changes) files.delete(from ?? path);
  for (const { status, path, blob } of changes) if (status !== "D") files.set(path, blob);
}

/** Adds a revision of each model that stayed in a commit while something beside it did not. */
function addBeside(
  { lines, beside }: Planning,
  { commit, date, models, beside: changes }: LogCommit,
  release: Release | undefined,
): void {
  const changed = new Set(models.map(({ path }) => path));
  const touched = changes.flatMap(({ path, from }) => (from === undefined ? [path] : [path, from]));
  for (const path of new Set(touched.flatMap(modelPathsBeside))) {
    const line = lines.get(findModelFile(path)?.service ?? "");
    const file = line?.files.get(path);
    if (line && file && !changed.has(path))
      line.revisions.push({
        ...{ commit, date, path, blob: file.blob, from: path },
        ...besideOf(beside, path),
        ...releaseOf(line, release),
      });
  }
}

function besideOf(files: ReadonlyMap<string, string>, model: string): Pick<PlannedRevision, "beside"> {
  const beside = mapBeside(besidePaths(model), (path) => files.get(path));
  return Object.keys(beside).length === 0 ? {} : { beside };
}

function releaseOf(line: Line, release: Release | undefined): Pick<PlannedRevision, "version" | "note"> {
  const note = release && findNote(release.notes, line.names);
  return {
    ...(release?.version === undefined ? {} : { version: release.version }),
    ...(note === undefined ? {} : { note }),
  };
}

function addChange(
  { lines, beside, operations }: Planning,
  { commit, date }: LogCommit,
  change: FileChange,
  { release, leaving }: { readonly release: Release | undefined; readonly leaving: ReadonlySet<string> },
): void {
  const file = findModelFile(change.path);
  const moved = change.from === undefined ? undefined : findModelFile(change.from);
  if (change.status === "D") {
    removeFile(lines, { commit, date, release }, change.path);
    return;
  }
  if (file && moved && moved.service !== file.service) {
    const old = lines.get(moved.service)?.files.get(change.from ?? "")?.blob ?? "";
    const isSame = !operations.has(old) || isSameService(operations, old, change.blob);
    if (isSame) takeLine(lines, moved.service, file.service, leaving);
  }
  const line = file && lineOf(lines, file);
  if (
    moved &&
    change.from !== undefined &&
    lines.get(moved.service) !== line &&
    !line?.files.has(change.from)
  ) {
    removeFile(lines, { commit, date, release }, change.from);
  }
  if (!file || !line) return;
  const { path, blob } = change;
  const from = findPredecessor(line, change, file.version);
  const ends = change.from !== undefined && change.from !== path && line.files.delete(change.from);
  line.files.set(path, { version: file.version, blob });
  line.revisions.push({
    ...{ commit, date, path, blob },
    ...(from === undefined ? {} : { from }),
    ...(ends && change.from !== undefined ? { ends: [change.from] } : {}),
    ...besideOf(beside, path),
    ...releaseOf(line, release),
  });
}

/** A service all of whose files leave, one of them for another name, goes on under that name. */
function takeLine(lines: Map<string, Line>, from: string, to: string, leaving: ReadonlySet<string>): void {
  const line = lines.get(from);
  if (!line || lines.has(to) || ![...line.files.keys()].every((path) => leaving.has(path))) return;
  lines.delete(from);
  lines.set(to, line);
}

function lineOf(
  lines: Map<string, Line>,
  { service, source }: { readonly service: string; readonly source: string },
): Line {
  const line = lines.get(service) ?? emptyLine();
  lines.set(service, line);
  line.service = service;
  line.source = source;
  if (!line.names.includes(service)) line.names.push(service);
  return line;
}

function emptyLine(): Line {
  return { service: "", names: [], source: "", revisions: [], files: new Map() };
}

function findPredecessor(line: Line, change: FileChange, version: string): string | undefined {
  if (change.from !== undefined && line.files.has(change.from)) return change.from;
  if (line.files.has(change.path)) return change.path;
  const files = [...line.files].sort(
    ([a, x], [b, y]) => compareCodeUnits(x.version, y.version) || compareCodeUnits(a, b),
  );
  const last = line.revisions.at(-1);
  const [newest, newestFile] = files.at(-1) ?? [];
  if (newestFile === undefined) return last?.gone ? last.path : undefined;
  return newestFile.version <= version ? newest : undefined;
}

function removeFile(
  lines: Map<string, Line>,
  {
    commit,
    date,
    release,
  }: { readonly commit: string; readonly date: string; readonly release: Release | undefined },
  path: string,
): void {
  const line = lines.get(findModelFile(path)?.service ?? "");
  const file = line?.files.get(path);
  if (!line || !file) return;
  line.files.delete(path);
  if (line.files.size === 0) {
    line.revisions.push({
      ...{ commit, date, path, blob: file.blob, from: path, gone: true },
      ...releaseOf(line, release),
    });
    return;
  }
  const last = line.revisions.pop();
  if (last) line.revisions.push({ ...last, ends: [...(last.ends ?? []), path] });
}

interface Release {
  readonly version: string | undefined;
  readonly notes: readonly PlacedNote[];
}

/** Release files that came together are a record made later; they date nothing. */
const MOST_RELEASES = 3;

/**
 * Returns for each commit the release that carried it: the first whose notes came with it or later. Notes that came
 * with the commit itself go before those of the release. Commits before the first notes of all have no release.
 */
function findReleases(commits: readonly LogCommit[], notes: NotesByBlob): Release[] {
  const found: Release[] = [];
  const byVersion = new Map<string, readonly PlacedNote[]>();
  const next = new Map<string, readonly PlacedNote[]>();
  const notesOf = ({ path, blob }: FileChange) =>
    (notes.get(blob) ?? []).map((note): PlacedNote => ({ ...note, file: path }));
  for (const { notes: files } of commits) {
    for (const file of files) {
      const { path, status } = file;
      const version = findRelease(path);
      if (version === "next" && status !== "D") next.set(path, notesOf(file));
      else if (version === "next") next.delete(path);
      else if (version !== undefined && status !== "D") byVersion.set(version, notesOf(file));
    }
  }
  const waiting = [...next.values()].flat();
  const first = commits.findIndex(({ notes: files }) => files.length > 0);
  let version: string | undefined;
  for (const { notes: files } of commits.slice(Math.max(first, 0)).reverse()) {
    const added = files.flatMap(({ path, status }) => {
      const release = status === "A" ? findRelease(path) : undefined;
      return release === undefined || release === "next" ? [] : [release];
    });
    if (added.length > 0 && added.length <= MOST_RELEASES) version = added[0];
    const own = files.flatMap((file) =>
      file.status !== "D" && findRelease(file.path) === "next" ? notesOf(file) : [],
    );
    const later = version === undefined ? waiting : (byVersion.get(version) ?? []);
    found.push({ version, notes: own.length > 0 ? [...own, ...later] : later });
  }
  for (let index = 0; index < first; index++) found.push({ version: undefined, notes: [] });
  return found.reverse();
}

/** Leaves out the revisions before a day; the last of each file before it stays, as a baseline, where it is needed. */
function cutBefore(revisions: readonly PlannedRevision[], since: string): PlannedRevision[] {
  const kept: PlannedRevision[] = [];
  const before = new Map<string, PlannedRevision>();
  for (const revision of revisions) {
    if (revision.date < since) {
      before.set(revision.path, revision);
      continue;
    }
    const predecessor = revision.from === undefined ? undefined : before.get(revision.from);
    if (predecessor && !predecessor.gone) {
      const { from: _, ends: __, ...baseline } = predecessor;
      kept.push(baseline);
      before.delete(predecessor.path);
    }
    kept.push(revision);
  }
  return kept;
}
