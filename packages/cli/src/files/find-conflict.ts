/** What a merge left in a file: two sides of which one is to be kept, or both made one. */
export interface Conflict {
  /** Where its first line starts. */
  readonly offset: number;
  /** What git calls the two sides, such as `HEAD` and a branch; empty where it does not say. */
  readonly ours: string;
  readonly theirs: string;
}

const MARKS = /^<{7}(?: (.*?))?\r?$[\s\S]*?^={7}\r?$[\s\S]*?^>{7}(?: (.*?))?\r?$/m;

/** Returns the first conflict that git marked in a text, if it has one: all three marks, each on a line of its own. */
export function findConflict(text: string): Conflict | undefined {
  if (!text.includes("<<<<<<<") || !text.includes(">>>>>>>")) return undefined;
  const found = MARKS.exec(text);
  if (!found) return undefined;
  const [, ours = "", theirs = ""] = found;
  return { offset: found.index, ours, theirs };
}
