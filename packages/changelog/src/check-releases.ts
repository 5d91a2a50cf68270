import type { Diagnostic } from "@shapelog/diagnostics";
import { changelogDiagnostics } from "./diagnostics.js";
import type { Section } from "./find-sections.js";
import type { KnownRelease } from "./known-releases.js";
import type { ReadSources } from "./sources.js";

/** Holds a changelog against the versions that were released: each is there, and tells of the revisions that it told of. */
export function checkReleases(sources: ReadSources): Diagnostic[] {
  const { released = [] } = sources;
  return [
    ...released.flatMap((release, index) => checkPresent(sources, release, released.slice(index + 1))),
    ...released.flatMap((release) => checkTold(sources, release)),
  ];
}

/** `older` are the releases before this one, newest first. */
function checkPresent(
  { sections, changelog, ledger, released = [] }: ReadSources,
  { version }: KnownRelease,
  older: readonly KnownRelease[],
): Diagnostic[] {
  if (find(sections, version)) return [];
  const next = older.map((each) => find(sections, each.version)).find((section) => section);
  const above = sections[(next ? sections.indexOf(next) : sections.length) - 1];
  const isKnown = released.some((each) => each.version === above?.version.text);
  const instead = above && !isKnown ? above : undefined;
  const place = instead ?? next ?? above;
  const location = { file: changelog.file, ...(place ? { offset: place.offset } : {}) };
  const data = { service: ledger.service, version, instead: instead?.version.text };
  return [changelogDiagnostics.create("lost-version", location, data)];
}

function find(sections: readonly Section[], version: string): Section | undefined {
  return sections.find((section) => section.version.text === version);
}

/** Tells of revisions that stand in the section of a version that did not tell of them. */
function checkTold(
  { sections, read, changelog, ledger, released = [] }: ReadSources,
  { version, revisions }: KnownRelease,
): Diagnostic[] {
  const section = find(sections, version);
  if (!section) return [];
  const told = read.changelog.blocks.filter(({ offset }) => offset >= section.offset && offset < section.end);
  return told.flatMap(({ revision, offset }) => {
    if (revisions.includes(revision)) return [];
    const first = released.find((each) => each.revisions.includes(revision))?.version;
    // The heading that it stood below is gone, which is told of.
    if (first !== undefined && !find(sections, first)) return [];
    const data = { service: ledger.service, revision, version, first };
    return [changelogDiagnostics.create("moved-facts", { file: changelog.file, offset }, data)];
  });
}
