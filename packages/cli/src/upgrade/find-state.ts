import type { RecordedRevision } from "../page/page-record.js";
import { compareVersions } from "./compare-versions.js";
import type { UpgradePoint } from "./upgrade-request.js";

/**
 * Returns the revision after which a service was as it is at a point; nothing where the record begins later. `revisions`
 * are all of the service, oldest first. Of several versions of an API that stand side by side, the newest counts.
 */
export function findState(
  revisions: readonly RecordedRevision[],
  point: UpgradePoint,
): RecordedRevision | undefined {
  const known = selectUpTo(revisions, point);
  const followed = new Set(known.map(({ parent }) => parent));
  let found: RecordedRevision | undefined;
  for (const revision of known) {
    if (followed.has(revision.id)) continue;
    if (!found || apiVersion(revision) >= apiVersion(found)) found = revision;
  }
  return found;
}

/** What has no release of its own came with the next one that has. */
function selectUpTo(
  revisions: readonly RecordedRevision[],
  point: UpgradePoint,
): readonly RecordedRevision[] {
  if (point.kind === "day") return revisions.filter(({ date }) => date <= point.date);
  const isUpTo = (versions: readonly string[]) =>
    versions.some((version) => compareVersions(version, point.version) <= 0);
  const last = revisions.findLastIndex((revision) => isUpTo(versionsOf(revision, point.kind)));
  return revisions.slice(0, last + 1);
}

/** Returns the versions that a revision came with, of the vendor or of the package. */
export function versionsOf(
  { source, packages = [] }: RecordedRevision,
  kind: "release" | "package",
): readonly string[] {
  if (kind === "package") return packages;
  return source?.version === undefined ? [] : [source.version];
}

function apiVersion({ path = "" }: RecordedRevision): string {
  return /\d{4}-\d{2}-\d{2}/.exec(path)?.[0] ?? "";
}
