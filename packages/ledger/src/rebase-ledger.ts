import { applyChanges, type Change, changedShapes, diffModels } from "@shapelog/changes";
import type { WithDiagnostics } from "@shapelog/diagnostics";
import { canonicalJson, createModel, type Model, memberId } from "@shapelog/model";
import { digestModel } from "./digest.js";
import type { Ledger, Revision } from "./ledger.js";
import { type ReplayOptions, replay, replayOne, type Step } from "./replay.js";

/** A revision that was put behind others. */
export interface RebasedRevision {
  readonly old: Revision;
  /** What it was on its branch; absent where the model that it started from is not known. */
  readonly oldStep?: Step;
  /** What it is now; absent where nothing is left of its changes. */
  readonly step?: Step;
}

/** What {@link rebaseLedger} returns. With diagnostics, nothing was done. */
export interface RebaseResult extends WithDiagnostics {
  /** The revisions that stay as they are. */
  readonly kept: readonly Step[];
  readonly moved: readonly RebasedRevision[];
  /**
   * The shapes, members and keys of metadata, by their ids, where the branches do not agree and the model had to say what
   * is so.
   */
  readonly decided: readonly string[];
  /** What differs between the ledger's end and the model: edits that no revision has. */
  readonly rest: readonly Change[];
}

/**
 * Puts the revisions of a ledger that do not follow the others behind them, in the ledger's order. Each keeps its id,
 * date, source and note; its changes are made anew. What the branches changed differently is as `model` has it, which
 * both were merged to. Refuses a ledger in which a revision was edited.
 */
export function rebaseLedger(ledger: Ledger, model: Model, options: ReplayOptions = {}): RebaseResult {
  const replayed = replay(ledger, options);
  const failed = (diagnostics: RebaseResult["diagnostics"]): RebaseResult => ({
    kept: replayed.steps,
    moved: [],
    decided: [],
    rest: [],
    diagnostics,
  });
  const isApart = ({ code }: { readonly code: string }) =>
    code === "ledger/fork" || code === "ledger/broken-chain";
  if (!replayed.diagnostics.every(isApart)) return failed(replayed.diagnostics);
  const branches = ledger.revisions.slice(replayed.steps.length);
  const old = replayBranches(replayed.steps, branches, options);
  if (old.diagnostics.length > 0) return failed(old.diagnostics);
  const others = findOthers(replayed.steps, branches);
  const decided = new Set<string>();
  const moved: RebasedRevision[] = [];
  let before = replayed.model;
  let digest = replayed.steps.at(-1)?.revision.after ?? null;
  for (const [index, revision] of branches.entries()) {
    const { model: applied, left } = applyFitting(revision.changes, before);
    const after = settle(applied, model, findSettled(branches, index, others));
    for (const place of findDisagreements({ applied, after, left, others })) decided.add(place);
    const oldStep = old.steps.get(revision);
    const step = createStep({ ...revision, before: digest }, before, after);
    digest = step?.revision.after ?? digest;
    moved.push({ old: revision, ...(oldStep ? { oldStep } : {}), ...(step ? { step } : {}) });
    before = after;
  }
  const rest = diffModels(before, model);
  return { kept: replayed.steps, moved, decided: [...decided], rest, diagnostics: [] };
}

/** Replays revisions from the models that they started from on their branches, as far as these are known. */
function replayBranches(
  kept: readonly Step[],
  branches: readonly Revision[],
  { fileOf = ({ id }) => `${id}.json` }: ReplayOptions,
): WithDiagnostics & { readonly steps: ReadonlyMap<Revision, Step> } {
  const models = new Map<string | null, Model>(kept.map(({ revision, after }) => [revision.after, after]));
  models.set(null, createModel([]));
  const steps = new Map<Revision, Step>();
  for (const revision of branches) {
    const before = models.get(revision.before);
    if (!before) continue;
    const at = (pointer: string) => ({ file: fileOf(revision), pointer });
    const { step, problem } = replayOne(revision, { model: before }, at);
    if (!step) return { steps, diagnostics: problem };
    steps.set(revision, step);
    models.set(revision.after, step.after);
  }
  return { steps, diagnostics: [] };
}

/** Returns the changes that the revisions which stay made since a branch left them. */
function findOthers(kept: readonly Step[], branches: readonly Revision[]): readonly Change[] {
  const starts = new Set(branches.map(({ before }) => before));
  const first = kept.findIndex(({ revision }) => starts.has(revision.before));
  return first === -1 ? [] : kept.slice(first).flatMap(({ revision }) => revision.changes);
}

/** Applies the changes that fit; returns the model, and those that do not. */
function applyFitting(
  changes: readonly Change[],
  before: Model,
): { readonly model: Model; readonly left: readonly Change[] } {
  const left: Change[] = [];
  let model = before;
  for (let rest = changes; ; ) {
    const applied = applyChanges(rest, model);
    model = applied.model;
    const [misfit] = applied.diagnostics;
    if (!misfit) return { model, left };
    const { index } = misfit.data as { index: number }; // changes/does-not-apply
    left.push(...rest.slice(index, index + 1));
    rest = rest.slice(index + 1);
  }
}

/**
 * Returns the places that are as the model has them after a revision: those that it changes and no later one does, and
 * after the last one those that the other branch changed, too.
 */
function findSettled(
  branches: readonly Revision[],
  index: number,
  others: readonly Change[],
): ReadonlySet<string> {
  const later = placesOf(branches.slice(index + 1).flatMap(({ changes }) => changes));
  const own = placesOf(branches[index]?.changes ?? []);
  const last = index === branches.length - 1 ? placesOf(others) : [];
  return new Set([...own, ...last].filter((place) => !later.has(place)));
}

/** Returns the shapes and the keys of metadata that changes name; keys have no `#` before them. */
function placesOf(changes: readonly Change[]): ReadonlySet<string> {
  const keys = changes.flatMap((change) => ("key" in change ? [`metadata ${change.key}`] : []));
  return new Set([...changedShapes(changes), ...keys]);
}

/** Returns a model whose places are as another has them. */
function settle(model: Model, as: Model, places: ReadonlySet<string>): Model {
  const shapes = new Map(model.shapes);
  const metadata = new Map(model.metadata);
  for (const place of places) {
    const key = /^metadata (.*)$/s.exec(place)?.[1];
    if (key === undefined) copyEntry(as.shapes, shapes, place);
    else copyEntry(as.metadata, metadata, key);
  }
  return { ...model, shapes, metadata };
}

/** Changes `to`. */
function copyEntry<Value>(from: ReadonlyMap<string, Value>, to: Map<string, Value>, key: string): void {
  const value = from.get(key);
  if (value === undefined) to.delete(key);
  else to.set(key, value);
}

/** Returns the places where what fits of a revision is not what it is now, but for order. */
function findDisagreements({
  applied,
  after,
  left,
  others,
}: {
  readonly applied: Model;
  readonly after: Model;
  readonly left: readonly Change[];
  readonly others: readonly Change[];
}): readonly string[] {
  // What both branches changed alike is nothing to decide.
  const alike = new Set(others.map(printWithoutIndex));
  const overruled = left.filter((change) => !alike.has(printWithoutIndex(change)));
  const settled = diffModels(applied, after).filter(({ kind }) => !kind.endsWith("reordered"));
  return [...overruled, ...settled].map(nameOf);
}

function printWithoutIndex(change: Change): string {
  return canonicalJson({ ...change, index: undefined });
}

function nameOf(change: Change): string {
  if (!("shape" in change)) return change.key;
  return "member" in change && change.member !== undefined
    ? memberId(change.shape, change.member)
    : change.shape;
}

/** Returns a revision between two models; nothing where they are the same. */
function createStep(revision: Revision, before: Model, after: Model): Step | undefined {
  const changes = diffModels(before, after);
  if (changes.length === 0) return undefined;
  const { seal: _, ...about } = revision; // it is of what the revision was
  return { revision: { ...about, after: digestModel(after), changes }, before, after };
}
