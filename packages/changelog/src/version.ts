import type { Bump } from "@shapelog/diff";

/** A version (Semantic Versioning 2.0.0). */
export interface Version {
  readonly text: string;
  /** Major, minor and patch. */
  readonly base: readonly [number, number, number];
  /** Whether it comes before its base: `1.0.0-next.0`. */
  readonly isPrerelease: boolean;
}

const VERSION = /^(\d{1,15})\.(\d{1,15})\.(\d{1,15})(-[\w.-]+)?(?:\+[\w.-]+)?$/;

/** Returns a version, or nothing for a text that is none. */
export function readVersion(text: string): Version | undefined {
  const [, major, minor, patch, before] = VERSION.exec(text) ?? [];
  if (major === undefined) return undefined;
  return {
    text,
    base: [Number(major), Number(minor), Number(patch)],
    isPrerelease: before !== undefined,
  };
}

/** Returns whether a base is later than another. */
export function isLater(base: Version["base"], than: Version["base"]): boolean {
  const at = base.findIndex((number, index) => number !== than[index]);
  return at !== -1 && (base[at] ?? 0) > (than[at] ?? 0);
}

/** Returns the base after another by a bump. */
export function nextBase([major, minor, patch]: Version["base"], bump: Bump): Version["base"] {
  if (bump === "major") return [major + 1, 0, 0];
  return bump === "minor" ? [major, minor + 1, 0] : [major, minor, patch + 1];
}

/** Returns whether a base comes right after another: by one bump, as release tools raise versions. */
export function isNextTo(base: Version["base"], before: Version["base"]): boolean {
  return BUMPS.some((bump) => `${nextBase(before, bump)}` === `${base}`);
}

/** The bumps, from the smallest. */
export const BUMPS: readonly Bump[] = ["patch", "minor", "major"];

/**
 * Returns whether a version is far enough from the one before for what a release asks. From 0.1.0 up to 1.0.0 a minor
 * release may break: `^0.1.0` does not take 0.2.0.
 */
export function isEnough(bump: Bump, before: Version["base"], after: Version["base"]): boolean {
  return [bump, ...(mayBreakByMinor(before) && bump === "major" ? (["minor"] as const) : [])].some(
    (asked) => !isLater(nextBase(before, asked), after),
  );
}

/** Returns whether a minor release after a version is one that ranges of npm do not take by themselves. */
export function mayBreakByMinor([major, minor]: Version["base"]): boolean {
  return major === 0 && minor > 0;
}

/** What a package has before its first release. */
export const UNRELEASED: Version["base"] = [0, 0, 0];

/** Returns whether a version is a snapshot, which is tried out and thrown away, and whose number says nothing. */
export function isSnapshot({ base, isPrerelease }: Version): boolean {
  return isPrerelease && `${base}` === `${UNRELEASED}`;
}
