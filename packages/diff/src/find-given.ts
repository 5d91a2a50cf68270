import type { Change } from "@shapelog/changes";
import { equalNodes, type NodeValue } from "@shapelog/model";

/** Returns a function that gives the one of some changes that says what a change says, wherever in a list; else that change. */
export function createFindGiven(changes: readonly Change[]): (change: Change) => Change {
  const given = new Map<string, Change[]>();
  for (const change of changes) {
    const key = subjectOf(change);
    const known = given.get(key);
    if (known) known.push(change);
    else given.set(key, [change]);
  }
  return (change) => given.get(subjectOf(change))?.find((each) => isAlike(each, change)) ?? change;
}

/** What a change is about: two that say the same are about the same, and few are about one thing. */
function subjectOf(change: Change): string {
  if (!("shape" in change)) return `${change.kind} ${change.key}`;
  const parts = [
    "member" in change ? change.member : "",
    "trait" in change ? change.trait : "",
    "target" in change ? change.target : "",
    "name" in change ? change.name : "",
    "value" in change ? change.value : "",
  ];
  return `${change.kind} ${change.shape} ${parts.join(" ")}`;
}

function isAlike(a: Change, b: Change): boolean {
  if (a === b) return true;
  // Changes are plain JSON.
  return equalNodes({ ...a, index: 0 } as unknown as NodeValue, { ...b, index: 0 } as unknown as NodeValue);
}
