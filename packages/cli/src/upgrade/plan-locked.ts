import type { Diagnostic } from "@shapelog/diagnostics";
import { failed, failedWith, type Outcome, succeeded } from "../outcome.js";
import type { PageRecord } from "../page/page-record.js";
import type { Terminal } from "../terminal.js";
import { upgradeDiagnostics } from "./diagnostics.js";
import { findNamed, findSubject, isModelPackage } from "./find-subject.js";
import { findLockedChanges, type LockedChange } from "./lock/find-locked-changes.js";
import type { LockedPackage } from "./lock/locked-packages.js";
import { openLock, openLockAt } from "./lock/open-lock.js";
import { readLock } from "./lock/read-lock.js";
import type { ReleaseDates } from "./release-dates.js";
import { resolvePoints } from "./resolve-points.js";
import type { UpgradeOptions, UpgradeSubject } from "./upgrade-options.js";
import type { UpgradePlan, UpgradeRequest } from "./upgrade-request.js";

interface LockedSource {
  readonly subject: UpgradeSubject;
  readonly options: UpgradeOptions;
  /** The lock file's path. */
  readonly lock: string;
  readonly record: PageRecord;
  readonly dates: ReleaseDates;
}

/** Returns what a lock file says of the packages that bring models: the versions before and after. */
export async function planLocked(terminal: Terminal, source: LockedSource): Promise<Outcome<UpgradePlan>> {
  const sides = await readSides(terminal, source);
  if (!sides.ok) return sides;
  const { before, after } = sides.value;
  const asked = await findAsked(source);
  if (!asked.ok) return asked;
  const isMeant = (name: string) => asked.value.isMeant(name);
  const lacking = findLacking([...before, ...after], source, asked.value);
  if (lacking) return failed(lacking);
  const requests: UpgradeRequest[] = [];
  const notes: string[] = [];
  for (const change of findLockedChanges(before, after, isMeant)) {
    const note = describeChange(change);
    if (note !== undefined) notes.push(note);
    const [from, to] = [change.before[0], change.after.at(-1)];
    if (from === undefined || to === undefined) continue;
    const request = await planChange({ name: change.name, from, to }, source);
    if (!request.ok && isOther(request.diagnostics, source)) {
      notes.push(
        `${change.name} ${from} → ${to} is not compared: ${source.record.shown} has no service of it.`,
      );
      continue;
    }
    if (!request.ok) return request;
    const services = asked.value.services ?? request.value.services;
    requests.push({
      ...request.value,
      services: request.value.services.filter((service) => services.includes(service)),
    });
  }
  return succeeded({ requests, notes });
}

/** A record may have some services alone; what nobody asked for by name is told of, and keeps nothing from being compared. */
function isOther(diagnostics: readonly Diagnostic[], { subject }: LockedSource): boolean {
  return subject.name === undefined && diagnostics.every(({ code }) => code === "upgrade/unknown-subject");
}

interface Sides {
  readonly before: readonly LockedPackage[];
  readonly after: readonly LockedPackage[];
}

async function readSides(
  { cwd }: Terminal,
  { lock: path, options: { before = "HEAD", after } }: LockedSource,
): Promise<Outcome<Sides>> {
  const now = after === undefined ? await openLock(cwd, path) : await openLockAt(cwd, { path, ref: after });
  if (!now.ok) return now;
  const old = await openLockAt(cwd, { path, ref: before });
  if (!old.ok) return old;
  const [first, second] = [readLock(old.value), readLock(now.value)];
  if (!first.ok) return first;
  if (!second.ok) return failedWith(second.diagnostics);
  return succeeded({ before: first.value, after: second.value });
}

/** The packages that are looked at, and of their services those that were asked for. */
interface Asked {
  readonly isMeant: (name: string) => boolean;
  readonly services?: readonly string[];
}

/** A name that is no package's is that of a service. */
async function findAsked({ subject: { name }, record }: LockedSource): Promise<Outcome<Asked>> {
  const isKnown = (each: string) => isModelPackage(each) || record.packages?.has(each) === true;
  if (name === undefined) return succeeded({ isMeant: isKnown });
  const meant = name === "boto3" ? "botocore" : name;
  if (isKnown(meant)) return succeeded({ isMeant: (each) => each === meant });
  const services = await findNamed(record, name);
  return services.ok ? succeeded({ isMeant: isKnown, services: services.value }) : services;
}

function findLacking(
  packages: readonly LockedPackage[],
  { lock: path, subject: { name } }: LockedSource,
  { isMeant }: Asked,
): Diagnostic | undefined {
  if (packages.some((each) => isMeant(each.name))) return undefined;
  if (packages.some((each) => each.name === "boto3"))
    return upgradeDiagnostics.create("boto3-alone", { file: path }, {});
  const wanted = name ?? "package whose models are known, such as @aws-sdk/client-s3 or botocore";
  return upgradeDiagnostics.create("not-locked", { file: path }, { path, name: wanted });
}

/** A package may stand in a lock file in several versions. */
function describeChange({ name, before, after }: LockedChange): string | undefined {
  if (before.length === 0)
    return `${name} ${after.join(", ")} is new in the lock file, so there is nothing to compare it with.`;
  if (after.length === 0) return `${name} ${before.join(", ")} left the lock file.`;
  if (before.length === 1 && after.length === 1) return undefined;
  return `The lock file has ${name} in several versions, ${before.join(", ")} before and ${after.join(", ")} after; the oldest before is compared with the newest after.`;
}

/** A package that goes back is compared as it goes. */
async function planChange(
  { name, from, to }: { readonly name: string; readonly from: string; readonly to: string },
  { record, dates }: LockedSource,
): Promise<Outcome<UpgradeRequest>> {
  const found = await findSubject(record, name);
  if (!found.ok) return found;
  return resolvePoints(found.value, { kind: "versions", from, to }, { record, dates });
}
