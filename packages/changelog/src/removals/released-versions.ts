import type { Ledger } from "@shapelog/ledger";
import type { SourceText } from "@shapelog/model";
import { findFactsBlocks } from "../find-facts-blocks.js";
import { findSections } from "../find-sections.js";
import { mayBreakByMinor, type Version } from "../version.js";

/** A version that was released, and up to where in the ledger it goes. */
export interface ReleasedVersion {
  readonly version: Version;
  /** The place of its last revision among the ledger's; -1 where it has none. */
  readonly last: number;
}

/** Returns the versions of a changelog, oldest first, without prereleases: these tell of what is still to be released. */
export function listReleasedVersions(changelog: SourceText, ledger: Ledger): readonly ReleasedVersion[] {
  const places = new Map(ledger.revisions.map(({ id }, index) => [id, index]));
  const blocks = findFactsBlocks(changelog).blocks.filter(({ service }) => service === ledger.service);
  return findSections(changelog)
    .filter(({ version }) => !version.isPrerelease)
    .map(({ version, offset }) => {
      const told = blocks
        .filter((block) => block.offset > offset)
        .map(({ revision }) => places.get(revision) ?? -1);
      return { version, last: told.reduce((last, each) => Math.max(last, each), -1) };
    })
    .reverse();
}

/** Returns what a version shares with those that npm takes in its place: its major, below 1.0.0 its minor too. */
export function lineOf({ base: [major, minor] }: Version): string {
  return mayBreakByMinor([major, minor, 0]) ? `${major}.${minor}` : `${major}`;
}
