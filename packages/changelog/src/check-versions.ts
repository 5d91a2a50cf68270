import type { Diagnostic } from "@shapelog/diagnostics";
import type { Bump } from "@shapelog/diff";
import { type AskedRelease, decideRelease } from "./decide-release.js";
import { changelogDiagnostics } from "./diagnostics.js";
import type { Section } from "./find-sections.js";
import { readReleases } from "./read-releases.js";
import type { ReadSources } from "./sources.js";
import {
  BUMPS,
  isEnough,
  isLater,
  isNextTo,
  isSnapshot,
  nextBase,
  readVersion,
  UNRELEASED,
  type Version,
} from "./version.js";

/** A version of the changelog, and what it had to be. */
interface Released {
  readonly section: Section;
  /** The release before it; absent where the changelog does not have it. */
  readonly before: Version["base"] | undefined;
  /** The revisions that it tells of, and those that its prereleases told of. */
  readonly told: ReadonlySet<string>;
  readonly asked: AskedRelease | undefined;
}

/** Holds the versions of a changelog against the facts that each tells of, and the newest against the manifest. */
export function checkVersions(sources: ReadSources): Diagnostic[] {
  const sections = sources.sections.filter(({ version }) => !isSnapshot(version));
  const releases = findReleases(sources, sections);
  const found = releases.map((_, index) => [
    ...checkOrder(sources, releases, index),
    ...checkBump(sources, releases, index),
  ]);
  // What is wrong with one heading is told once: an error before a warning, the order before the distance.
  const worst = found.map((list) => list.find(({ severity }) => severity === "error") ?? list[0]);
  const isNewestWrong = worst.at(-1)?.severity === "error";
  return [
    ...worst.flatMap((diagnostic) => diagnostic ?? []),
    ...(isNewestWrong ? [] : checkManifest(sources, releases.at(-1))),
  ];
}

/** Returns the versions of a changelog, oldest first. */
function findReleases(sources: ReadSources, sections: readonly Section[]): readonly Released[] {
  const { steps, scope, read } = sources;
  let before: Version["base"] | undefined;
  let told: ReadonlySet<string> = new Set();
  return sections.toReversed().map((section) => {
    const { version, offset, end } = section;
    const own = read.changelog.blocks.filter((block) => offset <= block.offset && block.offset < end);
    told = new Set([...told, ...own.map(({ revision }) => revision)]);
    const isFirst = before === undefined && isNextTo(version.base, UNRELEASED);
    const release: Released = {
      section,
      before: isFirst ? UNRELEASED : before,
      told,
      asked: told.size === 0 ? undefined : decideRelease(steps, { chosen: told, scope }),
    };
    if (!version.isPrerelease) {
      before = version.base;
      told = new Set();
    }
    return release;
  });
}

function checkOrder({ changelog }: ReadSources, releases: readonly Released[], index: number): Diagnostic[] {
  const [release, older] = [releases[index], releases[index - 1]];
  if (!release) return [];
  const { version, offset } = release.section;
  const place = { file: changelog.file, offset };
  const former = older?.section.version;
  if (former && !isAfter(version, former)) {
    const data = { version: version.text, older: former.text };
    return [changelogDiagnostics.create("version-order", place, data)];
  }
  if (!release.before || isNextTo(version.base, release.before)) return [];
  const expected = BUMPS.map((bump) => nextBase(release.before ?? UNRELEASED, bump).join("."));
  const data = { version: version.text, before: release.before.join("."), expected };
  return [changelogDiagnostics.create("version-gap", place, data)];
}

/** Prereleases of one version follow each other, and it them. */
function isAfter(version: Version, older: Version): boolean {
  return isLater(version.base, older.base) || (`${version.base}` === `${older.base}` && older.isPrerelease);
}

/** A version that is too near to the one before is an error until something makes up for it, and is told of then, too. */
function checkBump(sources: ReadSources, releases: readonly Released[], index: number): Diagnostic[] {
  const { ledger, steps, changelog } = sources;
  const release = releases[index];
  if (!release?.before || !release.asked) return [];
  const { section, before, told, asked } = release;
  if (isEnough(asked.bump, before, section.version.base)) return [];
  const location = { file: changelog.file, offset: section.offset };
  const data = {
    service: ledger.service,
    version: section.version.text,
    before: before.join("."),
    revisions: steps.map(({ revision }) => revision.id).filter((id) => told.has(id)),
    sentence: asked.sentence,
  };
  const by = findMakeUp(sources, { later: releases.slice(index + 1), release, bump: asked.bump });
  return [
    by === undefined
      ? changelogDiagnostics.create("low-version", location, data)
      : changelogDiagnostics.create("past-low-version", location, { ...data, by }),
  ];
}

/**
 * Returns what makes up for a version that is too near to the one before: a later one that is as far, where each of them
 * came right after the other, or a pending changeset that asks for one.
 */
function findMakeUp(
  sources: ReadSources,
  {
    later,
    release,
    bump,
  }: { readonly later: readonly Released[]; readonly release: Released; readonly bump: Bump },
): string | undefined {
  const steps = later.flatMap(({ section: { version }, before }) => (before ? [{ version, before }] : []));
  if (steps.some(({ version, before }) => !isNextTo(version.base, before))) return undefined;
  const made = steps.find(({ version, before }) => isEnough(bump, before, version.base));
  if (made) return made.version.text;
  const newest = (later.at(-1) ?? release).section.version.base;
  const pending = findPendingBumps(sources).some((each) => isEnough(bump, newest, nextBase(newest, each)));
  return pending ? "a pending changeset" : undefined;
}

function findPendingBumps({ read, packageName }: ReadSources): readonly Bump[] {
  return read.changesets
    .flatMap(({ source }) => readReleases(source).releases)
    .flatMap((release) =>
      release.packageName === packageName && release.bump !== "none" ? [release.bump] : [],
    );
}

function checkManifest(sources: ReadSources, newest: Released | undefined): Diagnostic[] {
  const { version, packageName, changelog, sections } = sources;
  const [shown] = sections;
  if (!version || version.text === (shown?.version.text ?? UNRELEASED.join("."))) return [];
  const data = {
    ...{ packageName, found: version.text },
    ...{ changelog: changelog.file, newest: shown?.version.text },
  };
  const heading = shown && { file: changelog.file, offset: shown.offset };
  const places = [
    { message: "The manifest says so here.", location: version.location },
    ...(heading ? [{ message: "The newest version is here.", location: heading }] : []),
  ];
  const wrong = heading && isHeadingWrong(version.text, newest) ? heading : version.location;
  const related = places.filter(({ location }) => location !== wrong);
  return [changelogDiagnostics.create("wrong-version", wrong, data, related)];
}

/** Of two versions the one is right that comes next after the one before, and tells enough. */
function isHeadingWrong(manifest: string, newest: Released | undefined): boolean {
  const found = readVersion(manifest)?.base;
  if (!newest?.before || !found) return false;
  const { before, asked, section } = newest;
  const fits = (base: Version["base"]) =>
    isNextTo(base, before) && isEnough(asked?.bump ?? "patch", before, base);
  return fits(found) && !fits(section.version.base);
}
