import { findTakenBack, type Revision } from "@shapelog/ledger";

/**
 * Returns the ids of the revisions that nobody needs to be told of: those that took back others, and these, where none of
 * them has its facts among `told`.
 */
export function findUntold(revisions: readonly Revision[], told: ReadonlySet<string>): ReadonlySet<string> {
  return findGroups(revisions, (id) => !told.has(id));
}

/**
 * Returns the ids of the revisions that ask for no release: those that took back others, and these, where all of them are
 * among the `pending`.
 */
export function findCancelled(
  revisions: readonly Revision[],
  pending: ReadonlySet<string>,
): ReadonlySet<string> {
  return findGroups(revisions, (id) => pending.has(id));
}

/** Returns the ids of what took back and was taken back, of each group of which all fit. */
function findGroups(revisions: readonly Revision[], fits: (id: string) => boolean): ReadonlySet<string> {
  const groups = [...findTakenBack(revisions)].map(([revision, taken]) => [...taken, revision]);
  return new Set(
    groups.filter((group) => group.every(({ id }) => fits(id))).flatMap((group) => group.map(({ id }) => id)),
  );
}
