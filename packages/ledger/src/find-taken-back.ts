import { type Change, invert } from "@shapelog/changes";
import { canonicalJson } from "@shapelog/model";
import type { Revision } from "./ledger.js";

/**
 * Returns which revisions take back earlier ones, and which those are, oldest first: one that makes the model what it
 * was before a run of them, or one whose changes are those of another turned round. Each is taken back once.
 */
export function findTakenBack(
  revisions: readonly Revision[],
): ReadonlyMap<Revision, readonly [Revision, ...Revision[]]> {
  const found = new Map<Revision, readonly [Revision, ...Revision[]]>();
  const settled = new Set<Revision>();
  for (const [index, revision] of revisions.entries()) {
    const earlier = revisions.slice(0, index);
    const start = earlier.findLastIndex(({ before }) => before !== null && before === revision.after);
    const run = start === -1 ? [] : earlier.slice(start);
    const [first, ...others] =
      run.some((each) => settled.has(each)) || run.length === 0 ? findTwin(earlier, revision, settled) : run;
    if (!first) continue;
    found.set(revision, [first, ...others]);
    for (const each of [first, ...others, revision]) settled.add(each);
  }
  return found;
}

/** Returns the last of the revisions whose changes are those of `revision` turned round, if there is one. */
function findTwin(
  earlier: readonly Revision[],
  { changes }: Revision,
  settled: ReadonlySet<Revision>,
): readonly Revision[] {
  const wanted = printChanges(invert(changes));
  const twin = earlier.findLast(
    (each) =>
      each.before !== null &&
      !settled.has(each) &&
      each.changes.length === changes.length &&
      printChanges(each.changes) === wanted,
  );
  return twin ? [twin] : [];
}

function printChanges(changes: readonly Change[]): string {
  return changes.map(canonicalJson).sort().join("\n");
}
