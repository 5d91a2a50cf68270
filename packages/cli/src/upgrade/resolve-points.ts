import type { Diagnostic } from "@shapelog/diagnostics";
import { failed, type Outcome, succeeded } from "../outcome.js";
import type { PageRecord } from "../page/page-record.js";
import { compareVersions } from "./compare-versions.js";
import { upgradeDiagnostics } from "./diagnostics.js";
import { versionsOf } from "./find-state.js";
import type { UpgradePackage } from "./find-subject.js";
import type { ReleaseDate, ReleaseDates } from "./release-dates.js";
import type { UpgradeRange } from "./upgrade-range.js";
import type { UpgradePoint, UpgradeRequest } from "./upgrade-request.js";

interface Known {
  readonly record: PageRecord;
  readonly dates: ReleaseDates;
}

/** Returns what two versions or days of a package are in a record: releases that it knows, or days. */
export async function resolvePoints(
  subject: UpgradePackage,
  range: UpgradeRange,
  known: Known,
): Promise<Outcome<UpgradeRequest>> {
  const { name, services } = subject;
  if (range.kind === "days") {
    const how = ["The states of the two days are compared."];
    const [from, to] = [range.from, range.to].map((date): UpgradePoint => ({ kind: "day", date }));
    return succeeded({ name, services, from: from as UpgradePoint, to: to as UpgradePoint, how }); // two give two
  }
  return subject.kind === "client"
    ? resolveByDates(subject, range, known.dates)
    : resolveReleases(subject, range, known.record);
}

async function resolveByDates(
  { name, services }: UpgradePackage,
  range: UpgradeRange,
  dates: ReleaseDates,
): Promise<Outcome<UpgradeRequest>> {
  const from = await findDay(name, range.from, dates);
  if (!from.ok) return from;
  const to = await findDay(name, range.to, dates);
  if (!to.ok) return to;
  const odd = findOddDates(name, from.value, to.value);
  if (odd) return failed(odd);
  const told = [from.value, to.value].map((each) => `${each.version} on ${each.date}, by ${each.by}`);
  const how = [
    `By date: ${name} was released as ${told.join("; as ")}. The states of these days are compared.`,
  ];
  return succeeded({ name, services, from: toDay(from.value), to: toDay(to.value), how });
}

async function findDay(name: string, version: string, dates: ReleaseDates): Promise<Outcome<ReleaseDate>> {
  const found = await dates.find(name, version);
  if (!found.ok) return found;
  if (found.value) return succeeded(found.value, found.diagnostics);
  return failed(upgradeDiagnostics.create("no-dates", undefined, { name, version }));
}

/** A lower version is not released after a higher one, but for those of older lines, which clients do not have. */
function findOddDates(name: string, from: ReleaseDate, to: ReleaseDate): Diagnostic | undefined {
  const [older, newer] = compareVersions(from.version, to.version) <= 0 ? [from, to] : [to, from];
  if (older.date <= newer.date) return undefined;
  return upgradeDiagnostics.create("odd-dates", undefined, { name, older, newer });
}

function toDay({ version, date }: ReleaseDate): UpgradePoint {
  return { kind: "day", date, version };
}

/** Versions are of the vendor's releases, or of the package that is generated from the record. */
async function resolveReleases(
  { kind: subject, name, services }: UpgradePackage,
  range: UpgradeRange,
  record: PageRecord,
): Promise<Outcome<UpgradeRequest>> {
  const kind = subject === "generated" ? "package" : "release";
  const listed = await listVersions(record, services, kind);
  if (!listed.ok) return listed;
  const { versions, source } = listed.value;
  for (const version of [range.from, range.to]) {
    if (versions.some((each) => compareVersions(each, version) === 0)) continue;
    const data = { name: subject === "service" ? source : name, version, record: record.shown };
    return failed(
      upgradeDiagnostics.create("unknown-version", undefined, { ...data, near: findNear(versions, version) }),
    );
  }
  const by = kind === "package" ? `${name}, as its changelog has them` : `${source}, as the record has them`;
  const [from, to] = [range.from, range.to].map((version): UpgradePoint => ({ kind, version }));
  const how = [`By release: the versions are those of ${by}.`];
  return succeeded({ name, services, from: from as UpgradePoint, to: to as UpgradePoint, how }); // two give two
}

interface Versions {
  readonly versions: readonly string[];
  /** Who releases them. */
  readonly source: string;
}

async function listVersions(
  record: PageRecord,
  services: readonly string[],
  kind: "release" | "package",
): Promise<Outcome<Versions>> {
  const found = new Set(kind === "release" ? record.releases().map(({ version }) => version) : []);
  let source = "";
  // Where the record lists its releases, one service tells whose they are.
  for (const service of found.size > 0 ? services.slice(0, 1) : services) {
    const revisions = await record.revisions(service);
    if (!revisions.ok) return revisions;
    for (const revision of revisions.value) {
      for (const version of versionsOf(revision, kind)) found.add(version);
      source ||= revision.source?.name ?? "";
    }
  }
  return succeeded({ versions: [...found], source: source || "the vendor" });
}

/** How many versions on either side are named. */
const NEAR = 2;

function findNear(versions: readonly string[], wanted: string): readonly string[] {
  const sorted = versions.toSorted(compareVersions);
  const next = sorted.findIndex((version) => compareVersions(version, wanted) > 0);
  const at = next === -1 ? sorted.length : next;
  return sorted.slice(Math.max(0, at - NEAR), at + NEAR);
}
