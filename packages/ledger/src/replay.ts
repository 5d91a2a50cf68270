import { applyChanges, type Change } from "@shapelog/changes";
import type { Diagnostic, Location, WithDiagnostics } from "@shapelog/diagnostics";
import { createModel, type Model } from "@shapelog/model";
import { ledgerDiagnostics } from "./diagnostics.js";
import { digestChanged, type ShapeDigests } from "./digest.js";
import type { Ledger, Revision } from "./ledger.js";
import { findBrokenSeal } from "./seal.js";

/** A revision with the models on both of its sides. */
export interface Step {
  readonly revision: Revision;
  readonly before: Model;
  readonly after: Model;
}

/** What {@link replay} returns: the steps up to the first that does not replay. */
export interface ReplayResult extends WithDiagnostics {
  readonly steps: readonly Step[];
  /** The model after the last step; empty for a ledger without revisions. */
  readonly model: Model;
}

export interface ReplayOptions {
  /** Returns the file a revision stands in, for locations. Default: `<id>.json`. */
  readonly fileOf?: (revision: Revision) => string;
}

/**
 * Replays a ledger from the empty model, checking at every step that it starts where the one before ended, that its
 * changes make the model it says, and that it is as it was sealed. Stops at the first step that does not. Where a seal is
 * broken, that alone is told: what does not fit elsewhere follows from it.
 */
export function replay(ledger: Ledger, options: ReplayOptions = {}): ReplayResult {
  const steps: Step[] = [];
  const replaying = replaySteps(ledger, options);
  for (;;) {
    const next = replaying.next();
    if (next.done) return { steps, ...next.value };
    steps.push(next.value);
  }
}

/** As {@link replay}, a step at a time: the models of a long ledger need not be in memory together. */
export function* replaySteps(
  ledger: Ledger,
  options: ReplayOptions = {},
): Generator<Step, Omit<ReplayResult, "steps">> {
  const fileOf = options.fileOf ?? ((revision) => `${revision.id}.json`);
  let model = createModel([]);
  let digests: ShapeDigests | undefined;
  const edited = findEdited(ledger, fileOf);
  const stop = (problem: readonly Diagnostic[]) => {
    return { model, diagnostics: edited.size > 0 ? [...edited.values()] : problem };
  };
  for (const [index, revision] of ledger.revisions.entries()) {
    const at = (pointer: string): Location => ({ file: fileOf(revision), pointer });
    if (edited.has(revision)) return stop([]);
    if (revision.before !== (digests?.digest ?? null)) return stop([explainBreak(ledger, index, fileOf)]);
    const { step, problem, digests: after } = replayOne(revision, { model, digests }, at);
    if (!step) return stop(problem);
    model = step.after;
    digests = after;
    yield step;
  }
  return { model, diagnostics: [] };
}

/** Returns the revisions that are not as they were sealed, with what is reported of each. */
function findEdited(
  { service, revisions }: Ledger,
  fileOf: (revision: Revision) => string,
): ReadonlyMap<Revision, Diagnostic> {
  const edited = new Map<Revision, Diagnostic>();
  for (const revision of revisions) {
    const broken = findBrokenSeal(service, revision);
    if (!broken) continue;
    const { part, pointer } = broken;
    const file = fileOf(revision);
    const data = { service, revision: revision.id, part, file };
    edited.set(revision, ledgerDiagnostics.create("edited", { file, pointer }, data));
  }
  return edited;
}

/** Returns what is reported of a revision that does not start where the one before it ended. */
function explainBreak(
  { service, revisions }: Ledger,
  index: number,
  fileOf: (revision: Revision) => string,
): Diagnostic {
  const behind = revisions.slice(index);
  const [revision] = behind as [Revision]; // the one at the index
  const { id, before } = revision;
  const at = { file: fileOf(revision), pointer: "/before" };
  const fork = revisions.findIndex((each, other) => other < index && each.before === before);
  const first = revisions[fork];
  if (!first) {
    const expected = revisions[index - 1]?.after ?? "nothing";
    const folder = at.file.replace(/[^/\\]*$/, "") || ".";
    const data = { service, revision: id, expected, found: before ?? "nothing", folder };
    return ledgerDiagnostics.create("broken-chain", at, data);
  }
  const data = {
    service,
    shared: revisions[fork - 1]?.id ?? null,
    first: revisions.slice(fork, index).map((each) => each.id),
    behind: behind.map((each) => each.id),
  };
  const related = [
    { message: "The other branch starts here.", location: { file: fileOf(first), pointer: "/before" } },
  ];
  return ledgerDiagnostics.create("fork", at, data, related);
}

/** The model before a revision, and its digests where they are known. */
interface Before {
  readonly model: Model;
  readonly digests?: ShapeDigests | undefined;
}

/** A revision that was applied, with the digests of the model after it, or why it was not. */
interface Replayed {
  readonly step?: Step;
  readonly digests?: ShapeDigests;
  readonly problem: readonly Diagnostic[];
}

/** Applies one revision to the model before it. @internal */
export function replayOne(
  revision: Revision,
  { model: before, digests: known }: Before,
  at: (pointer: string) => Location,
): Replayed {
  const applied = applyChanges(revision.changes, before);
  const [misfit] = applied.diagnostics;
  if (misfit) {
    const { index } = misfit.data as { index: number }; // changes/does-not-apply
    const data = { revision: revision.id, reason: misfit.message, file: at("").file };
    const place = at(`/changes/${index}`);
    const related = findContradicted(revision, index).map((other) => ({
      message: "This change of the same revision is about the same; one of the two was edited.",
      location: at(`/changes/${other}`),
    }));
    return { problem: [ledgerDiagnostics.create("does-not-replay", place, data, related)] };
  }
  const digests = digestChanged(known, applied.model, revision.changes);
  if (digests.digest !== revision.after) {
    const found = digests.digest;
    const data = { revision: revision.id, expected: revision.after, found, file: at("").file };
    return { problem: [ledgerDiagnostics.create("wrong-digest", at("/after"), data)] };
  }
  return { step: { revision, before, after: applied.model }, digests, problem: [] };
}

/** Returns the index of the last change before another one that is about the same part of the model, if there is one. */
function findContradicted({ changes }: Revision, index: number): readonly number[] {
  const change = changes[index];
  const other = changes.findLastIndex((each, at) => at < index && change && isOfSame(each, change));
  return other === -1 ? [] : [other];
}

function isOfSame(one: Change, other: Change): boolean {
  if (!("shape" in one) || !("shape" in other))
    return "key" in one && "key" in other && one.key === other.key;
  if (one.shape !== other.shape) return false;
  const isWhole = one.kind.startsWith("shape.") || other.kind.startsWith("shape.");
  return (
    isWhole || ("member" in one ? one.member : undefined) === ("member" in other ? other.member : undefined)
  );
}
