import { compareVersions } from "../compare-versions.js";
import type { LockedPackage } from "./locked-packages.js";

/** A package of which a lock file has other versions than before. */
export interface LockedChange {
  readonly name: string;
  /** Sorted; empty for a package that is new. */
  readonly before: readonly string[];
  /** Sorted; empty for a package that is no more. */
  readonly after: readonly string[];
}

/** Returns the packages that two lock files have in other versions, sorted by name. */
export function findLockedChanges(
  before: readonly LockedPackage[],
  after: readonly LockedPackage[],
  isMeant: (name: string) => boolean,
): readonly LockedChange[] {
  const [old, now] = [indexVersions(before, isMeant), indexVersions(after, isMeant)];
  const names = [...new Set([...old.keys(), ...now.keys()])].sort();
  return names.flatMap((name) => {
    const versions = { before: sortVersions(old.get(name)), after: sortVersions(now.get(name)) };
    const isSame = versions.before.join() === versions.after.join();
    return isSame ? [] : [{ name, ...versions }];
  });
}

function indexVersions(packages: readonly LockedPackage[], isMeant: (name: string) => boolean) {
  const index = new Map<string, Set<string>>();
  for (const { name, version } of packages) {
    if (!isMeant(name)) continue;
    const known = index.get(name);
    if (known) known.add(version);
    else index.set(name, new Set([version]));
  }
  return index;
}

function sortVersions(versions: ReadonlySet<string> = new Set()): readonly string[] {
  return [...versions].sort(compareVersions);
}
