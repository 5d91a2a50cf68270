import type { SourceText } from "@shapelog/model";
import { decodeWord, encodeWord } from "./facts-block.js";
import { findFactsBlocks } from "./find-facts-blocks.js";
import { findSections } from "./find-sections.js";
import { isSnapshot } from "./version.js";

/** A version that was released, and the revisions that its section of the changelog tells of. */
export interface KnownRelease {
  readonly version: string;
  /** The ids of the revisions, in the order of the changelog. */
  readonly revisions: readonly string[];
}

const HEADER =
  "# The released versions of CHANGELOG.md, newest first, each with the revisions of the ledger that it tells of.";

/** Returns the versions that a service's changelog has, newest first. Snapshots are thrown away, and do not count. */
export function findKnownReleases(changelog: SourceText, service: string): readonly KnownRelease[] {
  const blocks = findFactsBlocks(changelog).blocks.filter((block) => block.service === service);
  return findSections(changelog)
    .filter(({ version }) => !isSnapshot(version))
    .map(({ version, offset: start, end }) => ({
      version: version.text,
      revisions: blocks
        .filter(({ offset }) => offset >= start && offset < end)
        .map(({ revision }) => revision),
    }));
}

/**
 * Returns the known releases with those that stand above them in a changelog, which are new. Where one of the known ones
 * is not there, nothing is added: the changelog was edited.
 */
export function addReleases(
  known: readonly KnownRelease[],
  found: readonly KnownRelease[],
): readonly KnownRelease[] {
  const versions = new Set(found.map(({ version }) => version));
  if (known.some(({ version }) => !versions.has(version))) return known;
  const start = found.findIndex(({ version }) => version === known[0]?.version);
  return [...(start === -1 ? found : found.slice(0, start)), ...known];
}

/** Returns known releases as text, one a line. */
export function printKnownReleases(releases: readonly KnownRelease[]): string {
  const lines = releases.map(({ version, revisions }) => [version, ...revisions.map(encodeWord)].join(" "));
  return [HEADER, ...lines, ""].join("\n");
}

/** Reads what {@link printKnownReleases} prints. */
export function readKnownReleases(text: string): readonly KnownRelease[] {
  return text.split(/\r?\n/).flatMap((line) => {
    const [version = "", ...revisions] = line.split(" ");
    return /^\d/.test(version) ? [{ version, revisions: revisions.map(decodeWord) }] : [];
  });
}
