import type { Location } from "@shapelog/diagnostics";
import type { BumpScope } from "@shapelog/diff";
import type { Ledger, Step } from "@shapelog/ledger";
import type { SourceText } from "@shapelog/model";
import type { FactsBlock } from "./find-facts-blocks.js";
import type { Section } from "./find-sections.js";
import type { KnownRelease } from "./known-releases.js";

export interface ChangelogSources {
  readonly ledger: Ledger;
  /** The ledger's steps, as `replay` returns them. */
  readonly steps: readonly Step[];
  /** The generated package's name. */
  readonly packageName: string;
  /** The version in its manifest, and where it stands. Absent where there is none. */
  readonly version?: { readonly text: string; readonly location: Location } | undefined;
  /** What its releases follow. Default: `all`. */
  readonly scope?: BumpScope | undefined;
  /** The generated package's CHANGELOG.md. An empty text where there is none yet. */
  readonly changelog: SourceText;
  /** The pending changesets. */
  readonly changesets: readonly SourceText[];
  /** The versions that are known to be released, newest first. Default: none. */
  readonly released?: readonly KnownRelease[] | undefined;
}

/** A changelog or a changeset, with its facts blocks. */
export interface ReadSource {
  readonly source: SourceText;
  /** Those of the service. */
  readonly blocks: readonly FactsBlock[];
  /** Those of all services. */
  readonly all: readonly FactsBlock[];
  /** Whether each block has its end, so that what stands beside blocks is known. */
  readonly isClosed: boolean;
}

/** What a changelog and the changesets have of one service. */
export interface ReadSources extends ChangelogSources {
  readonly read: { readonly changelog: ReadSource; readonly changesets: readonly ReadSource[] };
  /** The versions of the changelog, newest first. */
  readonly sections: readonly Section[];
}
