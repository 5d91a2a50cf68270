import { type PackageRelease, readReleases } from "./read-releases.js";

/** What a changeset asks for: `none` for what is not to raise the version. */
export type ChangesetBump = PackageRelease["bump"];

/** Returns what a changeset asks for a package; nothing where it does not name it. */
export function findChangesetBump(text: string, packageName: string): ChangesetBump | undefined {
  return findRelease(text, packageName)?.bump;
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
  const release = findRelease(text, packageName);
  if (!release) return text;
  const isQuoted = /["']/.test(text.charAt(release.offset - 1));
  const start = isQuoted ? release.offset - 1 : release.offset;
  const [line = ""] = /^[^\r\n]*/.exec(text.slice(start)) ?? [];
  return `${text.slice(0, start)}${bump}${why === undefined ? "" : ` # ${why}`}${text.slice(start + line.length)}`;
}

function findRelease(text: string, packageName: string): PackageRelease | undefined {
  const { releases } = readReleases({ file: "", text });
  return releases.find((release) => release.packageName === packageName);
}
