import type { Change } from "./change.js";

const OPPOSITES: readonly (readonly [ending: string, opposite: string])[] = [
  [".added", ".removed"],
  [".removed", ".added"],
];

/** Returns the changes that undo `changes`: applied to what `changes` made, they give back what was there before. */
export function invert(changes: readonly Change[]): Change[] {
  return changes.map(invertOne).reverse();
}

function invertOne(change: Change): Change {
  const { kind, ...rest } = change;
  const opposite = OPPOSITES.find(([ending]) => kind.endsWith(ending));
  const inverted: Record<string, unknown> = {
    kind: opposite ? kind.slice(0, -opposite[0].length) + opposite[1] : kind,
    ...rest,
  };
  if ("before" in change) inverted.after = change.before;
  else delete inverted.after;
  if ("after" in change) inverted.before = change.after;
  else delete inverted.before;
  return inverted as unknown as Change; // every kind's opposite swaps `before` and `after` and keeps the rest
}
