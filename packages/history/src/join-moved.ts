import { findModelFile } from "./layout.js";
import type { Line, PlannedRevision } from "./line.js";
import {
  type Candidate,
  FEW_COMMITS,
  isSameService,
  listCandidates,
  type Moment,
  type OperationsByBlob,
  orderOf,
} from "./moved-services.js";
import type { LogCommit } from "./parse-log.js";

/** What says which services are one. */
export interface JoinOptions {
  readonly commits: readonly LogCommit[];
  readonly operations: OperationsByBlob;
}

/** What becomes of revisions where services are joined; `undefined` of one that is left out. */
type Revised = Map<PlannedRevision, PlannedRevision | undefined>;

/**
 * Returns services of which those are one that ended while their operations went on under another name. Where that was
 * within one release, or the other name was there already, no end is left: nobody saw the service gone.
 */
export function joinMoved(lines: readonly Line[], { commits, operations }: JoinOptions): readonly Line[] {
  const order = orderOf(commits);
  const moves = chooseMoves(
    listCandidates(lines, commits).filter(({ end, begin }) =>
      isSameService(operations, end.revision.blob, begin.revision.blob),
    ),
  );
  const revised: Revised = new Map();
  for (const line of lines) skipUnreleased(line, revised);
  for (const move of moves) revise(move, order, revised);
  const joined = new Map<Line, Line>();
  const into = (line: Line): Line => {
    const next = joined.get(line);
    return next ? into(next) : line;
  };
  for (const { end, begin } of moves) {
    const [from, to] = [into(end.line), into(begin.line)];
    if (from !== to) joined.set(from, to);
  }
  return lines
    .filter((line) => !joined.has(line))
    .map((line) =>
      mergeLines(
        lines.filter((other) => into(other) === line),
        order,
        revised,
      ),
    );
}

/** Each end has one beginning and each beginning one end: the nearest, beginnings behind an end before earlier ones. */
function chooseMoves(candidates: readonly Candidate[]): readonly Candidate[] {
  const distance = ({ end, begin }: Candidate) =>
    begin.at >= end.at ? begin.at - end.at : FEW_COMMITS + end.at - begin.at;
  const taken = new Set<PlannedRevision>();
  return candidates
    .toSorted((a, b) => distance(a) - distance(b))
    .filter(({ end, begin }) => {
      if (taken.has(end.revision) || taken.has(begin.revision)) return false;
      taken.add(end.revision).add(begin.revision);
      return true;
    });
}

function revise({ end, begin }: Candidate, order: ReadonlyMap<string, number>, revised: Revised): void {
  const { path, version } = end.revision;
  if (begin.at < end.at) {
    // The copy continues what it was made of, which goes on beside it until it ends.
    const original = findOriginal(end.line, begin, order);
    revised.set(begin.revision, { ...begin.revision, from: original.path });
    revised.set(end.revision, undefined);
    return;
  }
  revised.set(begin.revision, { ...begin.revision, from: path, ends: [path] });
  const isUnreleased = version === undefined ? begin.at - end.at <= 1 : version === begin.revision.version;
  if (isUnreleased) revised.set(end.revision, undefined);
}

/** Returns the state that a copy was made of: of the same API version, where there is one. */
function findOriginal(line: Line, begin: Moment, order: ReadonlyMap<string, number>): PlannedRevision {
  const version = findModelFile(begin.revision.path)?.version;
  const known = line.revisions.filter(({ commit, gone }) => !gone && (order.get(commit) ?? 0) <= begin.at);
  const same = known.findLast(({ path }) => findModelFile(path)?.version === version);
  return same ?? known.at(-1) ?? begin.revision;
}

/** A service that is gone and back within one release was never gone for those who use releases. */
function skipUnreleased({ revisions }: Line, revised: Revised): void {
  for (const [index, revision] of revisions.entries()) {
    const next = revisions[index + 1];
    if (!revision.gone || revision.version === undefined || next?.version !== revision.version) continue;
    revised.set(revision, undefined);
    if (next.path !== revision.path) revised.set(next, { ...next, ends: [revision.path] });
  }
}

/** Returns lines as one, with the name that its last revision has. */
function mergeLines(lines: readonly Line[], order: ReadonlyMap<string, number>, revised: Revised): Line {
  const place = ({ commit }: PlannedRevision) => order.get(commit) ?? 0;
  const sorted = lines
    .flatMap((line) => line.revisions.map((revision) => ({ line, revision })))
    .sort((a, b) => place(a.revision) - place(b.revision));
  const { service = "", source = "" } = sorted.at(-1)?.line ?? {};
  const names = [...new Set(sorted.flatMap(({ line }) => line.names))];
  const all = sorted.map(({ revision }) => revision);
  return { ...{ service, source, names }, revisions: reviseAll(all, revised), files: new Map() };
}

function reviseAll(all: readonly PlannedRevision[], revised: Revised): PlannedRevision[] {
  const revisions: PlannedRevision[] = [];
  for (const [index, revision] of all.entries()) {
    const now = revised.has(revision) ? revised.get(revision) : revision;
    if (now) {
      revisions.push(now);
      continue;
    }
    const { path } = revision;
    const goesOn = all.slice(index + 1).some((later) => (revised.get(later) ?? later).from === path);
    const last = goesOn ? undefined : revisions.pop();
    if (last) revisions.push({ ...last, ends: [...(last.ends ?? []), path] });
  }
  return revisions;
}
