import type { Diagnostic } from "@shapelog/diagnostics";
import { cliDiagnostics } from "../diagnostics.js";
import { failed, type Outcome, succeeded } from "../outcome.js";
import type { PageRecord } from "../page/page-record.js";
import type { Terminal } from "../terminal.js";
import { findNamed, findSubject } from "./find-subject.js";
import { planLocked } from "./plan-locked.js";
import { readReleaseDates } from "./release-dates.js";
import { resolvePoints } from "./resolve-points.js";
import type { UpgradeOptions, UpgradeSubject } from "./upgrade-options.js";
import { readUpgradeRange } from "./upgrade-range.js";
import type { UpgradePlan } from "./upgrade-request.js";

/** Returns what is to be compared: what the command line says, or what a lock file does. */
export async function planUpgrades(
  terminal: Terminal,
  subject: UpgradeSubject,
  { record, options }: { readonly record: PageRecord; readonly options: UpgradeOptions },
): Promise<Outcome<UpgradePlan>> {
  const misuse = findMisuse(subject, options);
  if (misuse) return failed(misuse);
  const dates = await readReleaseDates(terminal, options);
  if (!dates.ok) return dates;
  const known = { record, dates: dates.value };
  const planned =
    options.lock === undefined
      ? await planNamed(subject, known)
      : await planLocked(terminal, { subject, options, lock: options.lock, ...known });
  if (!planned.ok) return planned;
  return limitServices(planned.value, record, options.service);
}

async function planNamed(
  { name = "", range = "" }: UpgradeSubject,
  known: Parameters<typeof resolvePoints>[2],
): Promise<Outcome<UpgradePlan>> {
  const read = readUpgradeRange(range);
  if (!read.ok) return read;
  const found = await findSubject(known.record, name);
  if (!found.ok) return found;
  const request = await resolvePoints(found.value, read.value, known);
  return request.ok ? succeeded({ requests: [request.value], notes: [] }) : request;
}

function findMisuse(subject: UpgradeSubject, options: UpgradeOptions): Diagnostic | undefined {
  const refuse = (option: string, reason: string) =>
    cliDiagnostics.create("bad-option", undefined, { option, reason });
  if (options.fix && options.consumer === undefined)
    return refuse("--fix", "name the programs with --consumer");
  if (options.write && !options.fix) return refuse("--write", "it goes with --fix");
  if (options.force && !options.write) return refuse("--force", "it goes with --write");
  if (options.lock === undefined) {
    const [alone] = [
      ...(options.before === undefined ? [] : ["--before"]),
      ...(options.after === undefined ? [] : ["--after"]),
    ];
    if (alone !== undefined) return refuse(alone, "it goes with --lock");
    if (subject.name === undefined || subject.range === undefined)
      return refuse("upgrade", "name a package or service and FROM..TO, or a lock file with --lock");
  } else if (subject.range !== undefined)
    return refuse("--lock", "the lock file says both versions, and FROM..TO is given, too");
  return undefined;
}

/** Keeps the services that were asked for, and refuses those that the record does not have. */
async function limitServices(
  plan: UpgradePlan,
  record: PageRecord,
  names: string | undefined,
): Promise<Outcome<UpgradePlan>> {
  if (names === undefined) return succeeded(plan);
  const asked = new Set<string>();
  for (const name of names.split(",").map((each) => each.trim())) {
    const found = await findNamed(record, name);
    if (!found.ok) return found;
    for (const each of found.value) asked.add(each);
  }
  const requests = plan.requests.map((request) => ({
    ...request,
    services: request.services.filter((service) => asked.has(service)),
  }));
  return succeeded({ ...plan, requests: requests.filter(({ services }) => services.length > 0) });
}
