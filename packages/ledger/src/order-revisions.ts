import { compareRevisionIds, type Revision } from "./ledger.js";

/** The digest of a model before a revision or after one; `null` before there is a model. */
type Digest = string | null;

/**
 * Returns which of the branches of a fork the others are put behind, by its index. A branch is all that was recorded on
 * it since, oldest first; there are at least two, and the one whose first revision has the lowest id comes first.
 */
export type ChooseBase = (branches: readonly (readonly Revision[])[]) => number;

/**
 * Returns revisions in the order in which they follow each other: each starts from the model that the one before it ends
 * at. Where several orders do so, the one of the older dates is taken. Where none does, the longest chain comes first, on
 * which the branch that is chosen at each fork is; then the other branches, and last what follows nothing.
 */
export function orderRevisions(
  revisions: readonly Revision[],
  choose: ChooseBase = () => 0,
): readonly Revision[] {
  const sorted = revisions.toSorted((a, b) => compareRevisionIds(a.id, b.id));
  return isChain(sorted) ? sorted : (findTrail(sorted) ?? layOut(sorted, choose));
}

function isChain(revisions: readonly Revision[]): boolean {
  return revisions.every(({ before }, index) => before === (revisions[index - 1]?.after ?? null));
}

/** Returns the trail that takes every revision once, the first ones first, if there is one (Hierholzer's algorithm). */
function findTrail(sorted: readonly Revision[]): readonly Revision[] | undefined {
  const waiting = groupByBefore(sorted.toReversed());
  const trail: Revision[] = [];
  const path: Revision[] = [];
  for (let at: Digest = null; ; ) {
    const next: Revision | undefined = waiting.get(at)?.pop();
    if (next) {
      path.push(next);
      at = next.after;
      continue;
    }
    const last = path.pop();
    if (!last) break;
    trail.push(last);
    at = last.before;
  }
  trail.reverse();
  return trail.length === sorted.length && isChain(trail) ? trail : undefined;
}

function groupByBefore(revisions: readonly Revision[]): Map<Digest, Revision[]> {
  const groups = new Map<Digest, Revision[]>();
  for (const revision of revisions) {
    const group = groups.get(revision.before);
    if (group) group.push(revision);
    else groups.set(revision.before, [revision]);
  }
  return groups;
}

/** Returns the chain, then what branches off from it, then what follows nothing. */
function layOut(sorted: readonly Revision[], choose: ChooseBase): readonly Revision[] {
  const waiting = groupByBefore(sorted);
  const ends = new Set<Digest>(sorted.map(({ after }) => after));
  const laid = walk(waiting, null, choose);
  const starts = [...waiting.keys()].filter((digest) => !ends.has(digest));
  // What is left after those goes round in circles.
  for (const digest of [...starts, ...waiting.keys()])
    for (const revision of walk(waiting, digest, choose)) laid.push(revision);
  return laid;
}

/** Takes what follows a model from `waiting`: the chosen branch of each fork, then the others. */
function walk(waiting: Map<Digest, Revision[]>, start: Digest, choose: ChooseBase): Revision[] {
  const walked: Revision[] = [];
  for (let at = start; ; ) {
    const group = waiting.get(at) ?? [];
    const next = group.shift();
    if (!next) return walked;
    if (group.length === 0) {
      walked.push(next);
      at = next.after;
      continue;
    }
    const branches = [[next, ...walk(waiting, next.after, choose)]];
    for (let other = group.shift(); other; other = group.shift())
      branches.push([other, ...walk(waiting, other.after, choose)]);
    const base = branches.length > 1 ? choose(branches) : 0;
    const order = [branches[base] ?? [], ...branches.filter((_, index) => index !== base)];
    for (const branch of order) for (const revision of branch) walked.push(revision);
    return walked;
  }
}
