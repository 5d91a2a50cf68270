import { compareCodeUnits, type Member, PRELUDE_SHAPES, printJson } from "@shapelog/model";
import type { Difference } from "../rule/rule.js";
import { ofKind } from "../rule/select.js";

/** A member that went and one that came, alike enough to look like a rename. */
export interface ProbableRename {
  readonly before: string;
  readonly after: string;
  readonly changes: readonly Difference["changes"][number][];
}

/**
 * Returns members that look renamed: one went and one came with the same target and traits, neither is like another
 * one, and where the target is of the prelude their names share a word or they stand at the same place.
 */
export function findProbableRenames(difference: Difference): ProbableRename[] {
  if (difference.after?.kind !== "structure") return [];
  const removed = groupAlike(ofKind(difference, "member.removed"), ({ before }) => before);
  const added = groupAlike(ofKind(difference, "member.added"), ({ after }) => after);
  return [...removed].flatMap(([key, [old, ...othersGone]]) => {
    const [now, ...othersNew] = added.get(key) ?? [];
    if (!old || !now || othersGone.length > 0 || othersNew.length > 0) return [];
    const isCommon = PRELUDE_SHAPES.has(old.before.target);
    if (isCommon && old.index !== now.index && !shareWord(old.member, now.member)) return [];
    return [{ before: old.member, after: now.member, changes: [old, now] }];
  });
}

/** Groups changes by the target and the traits of their members, texts aside. */
function groupAlike<T>(changes: readonly T[], memberOf: (change: T) => Member): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const change of changes) {
    const { target, traits } = memberOf(change);
    const telling = Object.entries(traits).filter(([id]) => id !== "smithy.api#documentation");
    const key = printJson([target, telling.sort(([a], [b]) => compareCodeUnits(a, b))]);
    const group = groups.get(key);
    if (group) group.push(change);
    else groups.set(key, [change]);
  }
  return groups;
}

function shareWord(a: string, b: string): boolean {
  const words = new Set(wordsOf(a));
  return wordsOf(b).some((word) => words.has(word));
}

/** Returns the words of `userPool_id`: `user`, `pool`; those under three letters say too little. */
function wordsOf(name: string): string[] {
  const parts = name.replace(/([a-z0-9])([A-Z])/g, "$1 $2").split(/[^A-Za-z0-9]+/);
  return parts.map((part) => part.toLowerCase()).filter((part) => part.length > 2);
}
