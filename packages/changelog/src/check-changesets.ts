import type { Diagnostic } from "@shapelog/diagnostics";
import { isAtLeastBump } from "@shapelog/diff";
import { decideRelease } from "./decide-release.js";
import { changelogDiagnostics } from "./diagnostics.js";
import { readReleases } from "./read-releases.js";
import type { ReadSource, ReadSources } from "./sources.js";
import { findCancelled } from "./taken-back.js";
import { mayBreakByMinor, readVersion } from "./version.js";

/** Holds what each pending changeset asks for against what the facts that it tells of ask for. More is allowed. */
export function checkChangesets(sources: ReadSources): Diagnostic[] {
  const { changesets } = sources.read;
  const pending = new Set(changesets.flatMap(({ blocks }) => blocks.map(({ revision }) => revision)));
  const cancelled = findCancelled(sources.ledger.revisions, pending);
  return changesets
    .filter(({ blocks }) => blocks.length > 0)
    .flatMap((changeset) => checkChangeset(sources, changeset, cancelled));
}

/** `cancelled` are the revisions that take each other back, and are none of users' business. */
function checkChangeset(
  sources: ReadSources,
  { source, blocks }: ReadSource,
  cancelled: ReadonlySet<string>,
): Diagnostic[] {
  const { ledger, steps, packageName, scope } = sources;
  const told = new Set(blocks.flatMap(({ revision }) => (cancelled.has(revision) ? [] : [revision])));
  const revisions = steps.map(({ revision }) => revision.id).filter((id) => told.has(id));
  if (revisions.length === 0) return [];
  const { releases, problem } = readReleases(source);
  const start = { file: source.file, offset: 0 };
  const { service } = ledger;
  if (problem !== undefined)
    return [changelogDiagnostics.create("bad-changeset", start, { service, problem })];
  const { bump, sentence } = decideRelease(steps, { chosen: told, scope });
  const data = { service, packageName, revisions, sentence };
  const release = releases.find((each) => each.packageName === packageName);
  if (!release) return [changelogDiagnostics.create("missing-release", start, data)];
  const found = release.bump;
  const base = readVersion(sources.version?.text ?? "")?.base;
  const least = bump === "major" && base && mayBreakByMinor(base) ? "minor" : bump;
  if (found !== "none" && isAtLeastBump(found, least)) return [];
  const place = { file: source.file, offset: release.offset };
  return [changelogDiagnostics.create("low-bump", place, { ...data, found })];
}
