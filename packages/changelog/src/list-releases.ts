import { compareRevisionIds } from "@shapelog/ledger";
import type { SourceText } from "@shapelog/model";
import { findFactsBlocks } from "./find-facts-blocks.js";

/** A version of a generated package, and the revision of the API that it has. */
export interface Release {
  readonly version: string;
  /** The id of the last revision whose facts stand in the version's section or in an older one. */
  readonly revision: string | undefined;
}

/**
 * Returns the versions that a package's changelog tells of, the newest first, as release tools write them: a heading of
 * the second level with the version, and below it what came with it.
 */
export function listReleases(changelog: SourceText, service: string): readonly Release[] {
  const blocks = findFactsBlocks(changelog).blocks.filter((block) => block.service === service);
  return [...changelog.text.matchAll(HEADING)].map(({ 1: version = "", index }) => {
    const ids = blocks.filter(({ offset }) => offset > index).map(({ revision }) => revision);
    return { version, revision: ids.sort(compareRevisionIds).at(-1) };
  });
}

/** The version may stand in brackets or behind a `v`, as other tools than changesets have it. */
const HEADING = /^## \[?v?(\d+\.\d+\.\d+(?:[-+][\w.+-]+)?)\b/gm;
