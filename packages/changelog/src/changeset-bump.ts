import type { Bump } from "@shapelog/diff";

/** What a changeset asks for: `none` for what is not to raise the version. */
export type ChangesetBump = Bump | "none";

interface BumpLine {
  readonly bump: ChangesetBump;
  /** Where the bump stands, to the end of its line. */
  readonly start: number;
  readonly end: number;
}

/** Returns what a changeset asks for a package; nothing where it does not name it. */
export function findChangesetBump(text: string, packageName: string): ChangesetBump | undefined {
  return findBumpLine(text, packageName)?.bump;
}

/**
 * Returns a changeset that asks for another bump of a package it names, with a comment on why behind it; all else stays
 * as it is.
 */
export function setChangesetBump(
  text: string,
  packageName: string,
  { bump, why }: { readonly bump: ChangesetBump; readonly why?: string },
): string {
  const line = findBumpLine(text, packageName);
  if (!line) return text;
  return `${text.slice(0, line.start)}${bump}${why === undefined ? "" : ` # ${why}`}${text.slice(line.end)}`;
}

/** Finds the line of a package in what stands between the first two lines of dashes. */
function findBumpLine(text: string, packageName: string): BumpLine | undefined {
  const [head = ""] = /^---\r?\n[\s\S]*?\n---(?=\r?\n|$)/.exec(text) ?? [];
  for (const line of head.matchAll(
    /^[ \t]*(["']?)(.+?)\1[ \t]*:[ \t]*(?=(major|minor|patch|none)\b[^\r\n]*)/gm,
  )) {
    const [before, , name, bump] = line;
    if (name !== packageName) continue;
    const start = line.index + before.length;
    const [rest = ""] = /^[^\r\n]*/.exec(head.slice(start)) ?? [];
    return { bump: bump as ChangesetBump, start, end: start + rest.length }; // one of the four, by the pattern
  }
  return undefined;
}
