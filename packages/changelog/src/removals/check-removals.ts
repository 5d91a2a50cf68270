import type { Diagnostic, Location } from "@shapelog/diagnostics";
import { compareModels } from "@shapelog/diff";
import type { AcceptedFinding, Ledger, Revision, Step } from "@shapelog/ledger";
import type { Locate, Model, SourceText } from "@shapelog/model";
import { changelogDiagnostics } from "../diagnostics.js";
import { indexApi } from "./api-index.js";
import { findDeprecatedSince, findNewName, renameRemoval } from "./deprecated-since.js";
import {
  asksForDeprecation,
  countsReleases,
  type DeprecationRule,
  describeRule,
} from "./deprecation-rule.js";
import { daysBetween, findEarliest } from "./earliest.js";
import { findRemovals } from "./find-removals.js";
import { isAccepted } from "./is-accepted.js";
import { listReleasedVersions, type ReleasedVersion } from "./released-versions.js";
import { isThere, nameRemoval, type Removal } from "./removal.js";
import { findRemovingChange } from "./removes.js";

export interface RemovalSources {
  readonly rule: DeprecationRule;
  /** With all that was accepted of its revisions, wherever that stands. */
  readonly ledger: Ledger;
  /** The ledger's steps, as `replay` returns them: all of them, as what is not there cannot be held to anything. */
  readonly steps: readonly Step[];
  /** The generated package's CHANGELOG.md; an empty text where there is none. */
  readonly changelog: SourceText;
  /** Returns the file that a revision stands in. */
  readonly fileOf: (revision: Revision) => string;
  /** The model as it is now, where it is not the one that the ledger ends with. */
  readonly edited?: EditedModel | undefined;
}

/** A model with changes that are not recorded. */
export interface EditedModel {
  readonly model: Model;
  readonly file: string;
  readonly locate: Locate;
  /** The day that its changes would have, `YYYY-MM-DD`. */
  readonly today: string;
  /** What was accepted of them. Default: nothing. */
  readonly accepted?: readonly AcceptedFinding[];
}

/**
 * Holds what a ledger, and a model that is not recorded, removed against how long it was deprecated before. What a version
 * of the package was released without is a warning, as nothing brings it back; what came back by then is no removal.
 */
export function checkRemovals(sources: RemovalSources): readonly Diagnostic[] {
  const { rule, steps, ledger, changelog, edited } = sources;
  if (!asksForDeprecation(rule) || steps.length === 0) return [];
  const versions = listReleasedVersions(changelog, ledger);
  const last = edited?.model ?? steps.at(-1)?.after;
  if (!last) return [];
  const found: Diagnostic[] = [];
  for (const [index, { revision: replayed, before, after }] of steps.entries()) {
    const revision = ledger.revisions[index] ?? replayed;
    if (index === 0 || revision.date < (rule.from ?? "")) continue;
    if (!revision.changes.some(({ kind }) => TAKES.test(kind))) continue;
    const release = versions.find((version) => version.last >= index);
    const step: Taken = { index, before, after, revision, date: revision.date, release, last, versions };
    for (const each of checkStep(sources, step)) found.push(each);
  }
  if (edited && edited.today >= (rule.from ?? "")) {
    const before = steps.at(-1)?.after ?? last;
    const { model: after, today: date } = edited;
    const step: Taken = { index: steps.length, before, after, date, last, versions };
    for (const each of checkStep(sources, step)) found.push(each);
  }
  return found;
}

/** The changes after which something can be gone. */
const TAKES = /removed|renamed|target|kind|mixins|input|output/;

/** A step of the ledger that is looked at, or the one that is not recorded yet. */
interface Taken {
  /** How many steps come before it. */
  readonly index: number;
  readonly before: Model;
  readonly after: Model;
  readonly date: string;
  /** Absent where it is not recorded. */
  readonly revision?: Revision;
  /** The first version that has it. */
  readonly release?: ReleasedVersion | undefined;
  /** The model that all of it comes to. */
  readonly last: Model;
  readonly versions: readonly ReleasedVersion[];
}

function checkStep(sources: RemovalSources, taken: Taken): Diagnostic[] {
  const { steps } = sources;
  const { before, after, revision, release, last } = taken;
  const removals = findRemovals(before, after, findNewName(before, after));
  const ends = [last, ...(release ? [steps[release.last]?.after ?? last] : [])];
  const gone = removals.filter(
    (removal) =>
      !ends.some((end) => isThere(renameRemoval(removal, findNewName(before, end)), indexApi(end))),
  );
  if (gone.length === 0) return [];
  const early = gone.flatMap((removal) => {
    const problem = findProblem(sources, taken, removal);
    return problem ? [{ removal, problem }] : [];
  });
  if (early.length === 0) return [];
  const accepted = revision ? revision.accepted : sources.edited?.accepted;
  if (!accepted || accepted.length === 0) return early.map(({ problem }) => problem);
  const findings = findFindings(taken);
  return early.flatMap(({ removal, problem }) => (isAccepted(removal, accepted, findings) ? [] : [problem]));
}

function findFindings({ before, after }: Taken) {
  return compareModels({ label: "", model: before }, { label: "", model: after }).findings;
}

function findProblem(sources: RemovalSources, taken: Taken, removal: Removal): Diagnostic | undefined {
  const { rule, ledger, steps } = sources;
  const { index, date, revision, release, versions, after } = taken;
  const since = findDeprecatedSince(removal, steps, index);
  const of = { service: ledger.service, what: nameRemoval(removal), asked: describeRule(rule) };
  const all = { ...of, revision: revision?.id ?? null, removed: date, shape: removal.shape };
  const data = removal.member === undefined ? all : { ...all, member: removal.member };
  const place = locateRemoval(sources, taken, removal);
  if (since === undefined) {
    const isNow = isHeld(removal, after);
    return release
      ? changelogDiagnostics.create("past-removal", place, { ...data, version: release.version.text })
      : changelogDiagnostics.create("undeprecated-removal", place, { ...data, isNow });
  }
  const begun = steps[since];
  if (!begun) return undefined;
  const carriers = versions.filter((version) => version.last >= since && version.last < index);
  const newest = versions.findLast((version) => version.last < index);
  const earliest = findEarliest(rule, { since: begun.revision.date, removed: date, carriers, newest });
  if (!earliest) return undefined;
  const life = {
    ...data,
    since: begun.revision.date,
    sinceRevision: begun.revision.id,
    sinceVersion: versions.find((version) => version.last >= since)?.version.text ?? null,
    days: daysBetween(begun.revision.date, date),
    releases: countsReleases(rule) ? carriers.length : null,
    earliest,
  };
  return release
    ? changelogDiagnostics.create("past-removal", place, { ...life, version: release.version.text })
    : changelogDiagnostics.create("early-removal", place, life);
}

/** Returns whether what holds a member that is gone is deprecated afterwards: by the step that removes it. */
function isHeld({ shape, member }: Removal, after: Model): boolean {
  const { reached, live } = indexApi(after);
  return member !== undefined && reached.has(shape) && !live.has(shape);
}

function locateRemoval(
  { fileOf, edited }: RemovalSources,
  taken: Taken,
  removal: Removal,
): Location | undefined {
  const { revision, after } = taken;
  if (revision) {
    const at = findRemovingChange(revision.changes, removal);
    return { file: fileOf(revision), pointer: at === -1 ? "/changes" : `/changes/${at}` };
  }
  if (!edited) return undefined;
  const { operations = [], shape } = removal;
  const [holder] = [shape, ...operations].filter((id) => after.shapes.has(id));
  return (holder === undefined ? undefined : edited.locate(holder)) ?? { file: edited.file };
}
