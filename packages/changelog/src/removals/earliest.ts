import type { DeprecationRule, Earliest } from "./deprecation-rule.js";
import { lineOf, type ReleasedVersion } from "./released-versions.js";

/** Since when something is deprecated, and when it is removed. */
export interface Lifetime {
  /** `YYYY-MM-DD`. */
  readonly since: string;
  readonly removed: string;
  /** The versions that have it as deprecated, oldest first. */
  readonly carriers: readonly ReleasedVersion[];
  /** The newest version; absent where there is none. */
  readonly newest: ReleasedVersion | undefined;
}

/** Returns what a removal should have waited for; nothing where it waited long enough. */
export function findEarliest({ removeAfter }: DeprecationRule, lifetime: Lifetime): Earliest | undefined {
  const { days = 0, releases = 0, majors = 0 } = removeAfter;
  const { since, removed, carriers } = lifetime;
  const day = addDays(since, days);
  const isEarly = removed < day;
  const missing = releases - carriers.length;
  const lines = majors - new Set(carriers.map(({ version }) => lineOf(version))).size;
  if (!isEarly && missing <= 0 && lines <= 0) return undefined;
  return {
    ...(isEarly ? { date: day } : {}),
    ...(missing > 0 ? { releases: missing } : {}),
    ...(lines > 0 ? { version: findVersion(lifetime, lines) } : {}),
  };
}

/** Each of the missing lines has a release that has it as deprecated; the one behind the last of them may be without it. */
function findVersion({ carriers, newest }: Lifetime, missing: number): string {
  const [major, minor] = newest?.version.base ?? [0, 0, 0];
  const further = carriers.length > 0 && carriers.at(-1) === newest ? missing + 1 : missing;
  return newest && lineOf(newest.version).includes(".") ? `0.${minor + further}.0` : `${major + further}.0.0`;
}

const DAY = 24 * 60 * 60 * 1000;

/** Returns how many whole days lie between two days. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY);
}

function addDays(day: string, days: number): string {
  const time = Date.parse(day) + days * DAY;
  return Number.isNaN(time) ? day : new Date(time).toISOString().slice(0, 10);
}
