import type { Line, PlannedRevision } from "./line.js";
import type { LogCommit } from "./parse-log.js";

/** The names of the operations of models, by blob. */
export type OperationsByBlob = ReadonlyMap<string, readonly string[]>;

/** A revision of a service, and the place of its commit in the log. */
export interface Moment {
  readonly line: Line;
  readonly revision: PlannedRevision;
  readonly at: number;
}

/** A service's end, and a beginning near it: they may be one service. */
export interface Candidate {
  readonly end: Moment;
  readonly begin: Moment;
}

/** How many commits of a log may lie between a service's end and where its operations go on. */
export const FEW_COMMITS = 20;

/** Returns every end of a service with every beginning of another that is a few commits away, before it or behind it. */
export function listCandidates(lines: readonly Line[], commits: readonly LogCommit[]): readonly Candidate[] {
  const order = orderOf(commits);
  const moments = lines.flatMap((line) =>
    line.revisions.map((revision): Moment => ({ line, revision, at: order.get(revision.commit) ?? 0 })),
  );
  const begins = moments.filter(isBeginning);
  // What came together is no copy of one another.
  const startOf = ({ revisions: [first] }: Line) => order.get(first?.commit ?? "") ?? 0;
  return moments
    .filter(({ revision }) => revision.gone)
    .flatMap((end) =>
      begins
        .filter((begin) => begin.line !== end.line && Math.abs(begin.at - end.at) <= FEW_COMMITS)
        .filter((begin) => startOf(end.line) < begin.at)
        .map((begin) => ({ end, begin })),
    );
}

/** Returns the places of commits in a log. */
export function orderOf(commits: readonly LogCommit[]): ReadonlyMap<string, number> {
  return new Map(commits.map(({ commit }, index) => [commit, index]));
}

/** A service begins with its first model, and anew where it comes back. */
function isBeginning({ line, revision }: Moment): boolean {
  if (revision.gone) return false;
  const before = line.revisions[line.revisions.indexOf(revision) - 1];
  return before === undefined || before.gone === true;
}

/** Returns whether two models have at least half of their operations in common: of those of the larger. */
export function isSameService(operations: OperationsByBlob, one: string, other: string): boolean {
  const [known, names] = [operations.get(one) ?? [], operations.get(other) ?? []];
  const has = new Set(known);
  const shared = names.filter((name) => has.has(name)).length;
  return shared > 0 && shared * 2 >= Math.max(known.length, names.length);
}
