import type { Diagnostic } from "@shapelog/diagnostics";
import { isAtLeastBump } from "@shapelog/diff";
import type { ReadSource, ReadSources } from "./check-changelog.js";
import { decideRelease } from "./decide-release.js";
import { changelogDiagnostics } from "./diagnostics.js";
import { readRelease } from "./read-releases.js";
import { mayBreakByMinor, readVersion } from "./version.js";

/** Holds what each pending changeset asks for against what the facts that it tells of ask for. More is allowed. */
export function checkChangesets(sources: ReadSources): Diagnostic[] {
  return sources.read.changesets
    .filter(({ blocks }) => blocks.length > 0)
    .flatMap((changeset) => checkChangeset(sources, changeset));
}

function checkChangeset(sources: ReadSources, { source, blocks }: ReadSource): Diagnostic[] {
  const { ledger, steps, packageName, scope } = sources;
  const told = new Set(blocks.map(({ revision }) => revision));
  const revisions = steps.map(({ revision }) => revision.id).filter((id) => told.has(id));
  if (revisions.length === 0) return [];
  const { release, problem } = readRelease(source, packageName);
  const start = { file: source.file, offset: 0 };
  const { service } = ledger;
  if (problem !== undefined)
    return [changelogDiagnostics.create("bad-changeset", start, { service, problem })];
  const { bump, sentence } = decideRelease(steps, { chosen: told, scope });
  const data = { service, packageName, revisions, sentence };
  if (!release) return [changelogDiagnostics.create("missing-release", start, data)];
  const found = release.bump;
  const base = readVersion(sources.version?.text ?? "")?.base;
  const least = bump === "major" && base && mayBreakByMinor(base) ? "minor" : bump;
  if (found !== "none" && isAtLeastBump(found, least)) return [];
  const place = { file: source.file, offset: release.offset };
  return [changelogDiagnostics.create("low-bump", place, { ...data, found })];
}
