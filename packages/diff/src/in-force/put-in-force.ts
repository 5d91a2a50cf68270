import { type Change, diffModels, type ShapeLevelChange } from "@shapelog/changes";
import {
  type AggregateShape,
  compareCodeUnits,
  createModel,
  findMember,
  findSources,
  isAggregate,
  type Model,
  type OperationShape,
  type Shape,
  type ShapeId,
} from "@shapelog/model";
import { deriveMap, shareIndexes } from "@shapelog/model/revisions";
import { QUERY_ERROR } from "../compare/wire-traits.js";
import { createFindGiven } from "../find-given.js";
import type { MixedModels } from "../resolve-models.js";
import type { Pairing } from "./paired.js";
import { createPairing } from "./pairing.js";
import { settleErrors } from "./settle-errors.js";
import {
  CHECKSUMS,
  FORMAT,
  OWN_TRAITS,
  settleOperation,
  settleService,
  settleStatus,
} from "./settle-form.js";
import { settleMembers } from "./settle-members.js";

/**
 * Two models as what is in force differs: where a member or its type states something, the member states it in both,
 * and what points at another shape of the same kind points at one shape in both, which is the old one before and the
 * new one after.
 */
export interface InForce extends MixedModels {
  /** Whether that is what they state, without a difference to tell of in another way. */
  readonly isAsStated: boolean;
  /** What differs. Where a change was given so, the one that was given. */
  readonly changes: readonly Change[];
  /** The given changes that are no differences themselves, by the difference that explains them. */
  readonly carried: ReadonlyMap<Change, readonly Change[]>;
  /** The given changes that make no difference. */
  readonly restated: readonly Change[];
  /** Returns the id that readers know a shape by. */
  readonly nameOf: (id: ShapeId) => ShapeId;
  /** Returns the shapes that stand where a change of a shape is met. */
  readonly standIns: (change: ShapeLevelChange) => readonly ShapeId[];
  /** Returns those that stand where the shape is and the change is not met. */
  readonly overridden: (change: ShapeLevelChange) => readonly ShapeId[];
}

/** Returns what two models come to. `changes` are all their differences. */
export function putInForce(models: MixedModels, changes: readonly Change[]): InForce {
  const errors = settleErrors(models, changes);
  const moved = findMoved(models, changes);
  if (moved.size + errors.before.size + errors.after.size === 0) {
    return {
      ...models,
      isAsStated: true,
      changes,
      carried: new Map(),
      restated: [],
      nameOf: (id) => id,
      standIns: ({ shape }) => [shape],
      overridden: () => [],
    };
  }
  const pairing = createPairing({
    before: derive(models.before, errors.before),
    after: derive(models.after, errors.after),
  });
  for (const [id, names] of moved) settle(pairing, id, names);
  pairing.finish();
  const before = derive(pairing.models.before, pairing.before);
  const after = derive(pairing.models.after, pairing.after);
  const touched = [...errors.before.keys(), ...errors.after.keys(), ...pairing.before.keys()];
  const differences = findDifferences({ before, after }, { changes, pairing, touched });
  return {
    before,
    after,
    isAsStated: false,
    changes: differences,
    ...explain(changes, differences, pairing),
    nameOf: (id) => pairing.pairs.get(id)?.now ?? id,
    standIns: (change) => [change.shape, ...findStandIns(pairing, change, false)],
    overridden: (change) => findStandIns(pairing, change, true),
  };
}

/** Returns the members, by their shapes, of which something is stated in another place, and operations and errors as such. */
function findMoved({ before, after }: MixedModels, changes: readonly Change[]) {
  const moved = new Map<ShapeId, Set<string>>();
  const add = (shape: ShapeId, member: string) => {
    const known = moved.get(shape);
    if (known) known.add(member);
    else moved.set(shape, new Set([member]));
  };
  const addUses = (shape: ShapeId, trait: string, target: ShapeId) => {
    for (const model of [before, after]) {
      const container = model.shapes.get(shape);
      if (!container || !isAggregate(container)) continue;
      for (const member of container.members) {
        if (member.target !== target) continue;
        if (trait === FORMAT || member.traits[trait] !== undefined) add(shape, member.name);
      }
    }
  };
  for (const change of changes) {
    if (change.kind === "operation.input.changed") add(change.shape, "input");
    else if (change.kind === "operation.output.changed") add(change.shape, "output");
    else if (change.kind === "member.target.changed") add(change.shape, change.member);
    else if (!("trait" in change)) continue;
    else if (change.member !== undefined) add(change.shape, change.member);
    else if (OWN_TRAITS.has(change.trait)) add(change.shape, "");
    else {
      const sources = new Set([...findSources(before, change.shape), ...findSources(after, change.shape)]);
      for (const source of sources) addUses(source, change.trait, change.shape);
    }
  }
  return moved;
}

function settle(pairing: Pairing, id: ShapeId, names: ReadonlySet<string>): void {
  const [old, now] = [pairing.models.before.shapes.get(id), pairing.models.after.shapes.get(id)];
  if (!old || !now) return;
  if (old.kind === "operation" && now.kind === "operation") {
    const settled = names.has("") ? settleOperation(pairing.models, { old, now }) : undefined;
    const input = names.has("input") ? pairing.pairTargets(old.input, now.input) : undefined;
    const output = names.has("output") ? pairing.pairTargets(old.output, now.output) : undefined;
    if (settled === undefined && input === undefined && output === undefined) return;
    const data = (shape: OperationShape) => ({
      ...shape,
      input: input ?? shape.input,
      output: output ?? shape.output,
    });
    pairing.put(id, data(settled?.old ?? old), data(settled?.now ?? now));
  } else if (old.kind === "service" && now.kind === "service") {
    const settled = settleService(old, now);
    if (settled) pairing.put(id, settled.old, settled.now);
  } else if (isContainer(old) && isContainer(now)) {
    const status = names.has("") ? settleStatus(old, now) : undefined;
    const settled = settleMembers(pairing, { ...(status ?? { old, now }), names }) ?? status;
    if (settled) pairing.put(id, settled.old, settled.now);
  }
}

function isContainer(shape: Shape): shape is AggregateShape {
  return isAggregate(shape) && shape.kind !== "enum" && shape.kind !== "intEnum";
}

function derive(model: Model, shapes: ReadonlyMap<ShapeId, Shape>): Model {
  if (shapes.size === 0) return model;
  const derived = { ...model, shapes: deriveMap(model.shapes, shapes) };
  shareIndexes(model, derived, new Set(shapes.keys()));
  return derived;
}

/** Traits of which another trait of the same shape can tell: a status that held before can come with a code. */
const TELLERS: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ["smithy.api#httpError", new Set([QUERY_ERROR])],
  ...[...CHECKSUMS].map((id) => [id, CHECKSUMS] as const),
]);

interface Given {
  readonly changes: readonly Change[];
  readonly pairing: Pairing;
  readonly touched: readonly ShapeId[];
}

/** Compares the shapes that were settled; what differs in all others was given. */
function findDifferences(models: MixedModels, { changes, pairing, touched }: Given): Change[] {
  const ids = new Set<ShapeId>(touched);
  const isSettled = (change: Change) => "shape" in change && ids.has(change.shape);
  const findGiven = createFindGiven(changes.filter(isSettled));
  for (const { standIns } of pairing.stripped.values()) for (const { id } of standIns) ids.delete(id);
  const pick = ({ shapes }: Model): Model => createModel([...ids].flatMap((id) => shapes.get(id) ?? []));
  const found = diffModels(pick(models.before), pick(models.after));
  const settled = found.map(findGiven);
  const others = changes.filter((change) => !isSettled(change));
  return [...others, ...settled].sort((a, b) => compareCodeUnits(shapeOf(a), shapeOf(b)));
}

function shapeOf(change: Change): string {
  return "shape" in change ? change.shape : "";
}

/** Tells what became of the given changes that are no differences. */
function explain(changes: readonly Change[], differences: readonly Change[], pairing: Pairing) {
  const kept = new Set(differences);
  const byPlace = groupByPlace(differences);
  const carried = new Map<Change, Change[]>();
  const restated: Change[] = [];
  for (const change of changes) {
    if (kept.has(change)) continue;
    const carriers = findCarriers(change, byPlace, pairing);
    if (carriers.length === 0) restated.push(change);
    for (const carrier of carriers) {
      const known = carried.get(carrier);
      if (known) known.push(change);
      else carried.set(carrier, [change]);
    }
  }
  return { carried, restated };
}

/** Differences by their shape, and by their shape and member; those of errors by the error. */
function groupByPlace(differences: readonly Change[]): ReadonlyMap<string, readonly Change[]> {
  const byPlace = new Map<string, Change[]>();
  const add = (key: string, difference: Change) => {
    const known = byPlace.get(key);
    if (known) known.push(difference);
    else byPlace.set(key, [difference]);
  };
  for (const difference of differences) {
    if (!("shape" in difference)) continue;
    if (difference.kind === "operation.error.added" || difference.kind === "operation.error.removed") {
      add(difference.target, difference);
      continue;
    }
    const member = "member" in difference ? difference.member : undefined;
    add(difference.shape, difference);
    add(`${difference.shape} ${member ?? ""}`, difference);
  }
  return byPlace;
}

/** Returns the differences at the same member, or in what it points at. */
function findCarriers(
  change: Change,
  byPlace: ReadonlyMap<string, readonly Change[]>,
  pairing: Pairing,
): readonly Change[] {
  if (!("shape" in change)) return [];
  if (change.kind === "service.error.added" || change.kind === "service.error.removed")
    return byPlace.get(change.target) ?? [];
  const own = "member" in change ? byPlace.get(`${change.shape} ${change.member ?? ""}`) : undefined;
  if (own) return own;
  const tellers = "trait" in change ? TELLERS.get(change.trait) : undefined;
  if (tellers) {
    const told = (byPlace.get(change.shape) ?? []).filter(
      (other) => "trait" in other && tellers.has(other.trait),
    );
    if (told.length > 0) return told;
  }
  // It holds the whole shape, of which a settled member is another.
  if (change.kind === "shape.kind.changed")
    return (byPlace.get(change.shape) ?? []).filter(({ kind }) => kind === change.kind);
  const target = targetOf(change, pairing);
  if (target === undefined) return [];
  const below = new Set([target]);
  for (const id of below) {
    const found = byPlace.get(id);
    if (found) return found;
    const shape = pairing.after.get(id);
    if (!shape || !isAggregate(shape)) continue;
    for (const member of shape.members) if (pairing.pairs.has(member.target)) below.add(member.target);
  }
  return [];
}

function targetOf(change: ShapeLevelChange, pairing: Pairing): ShapeId | undefined {
  const shape = pairing.after.get(change.shape);
  if (!shape) return undefined;
  if (change.kind === "operation.input.changed") return shape.kind === "operation" ? shape.input : undefined;
  if (change.kind === "operation.output.changed")
    return shape.kind === "operation" ? shape.output : undefined;
  if (change.kind === "member.target.changed") return findMember(shape, change.member)?.target;
  return undefined;
}

function findStandIns({ stripped }: Pairing, change: ShapeLevelChange, isOverridden: boolean): ShapeId[] {
  const found = stripped.get(change.shape)?.standIns ?? [];
  const isStripped = (traits: ReadonlySet<string>) =>
    "trait" in change && change.member === undefined && traits.has(change.trait);
  return found.flatMap(({ id, traits }) => (isStripped(traits) === isOverridden ? [id] : []));
}
