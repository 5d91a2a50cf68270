import { isNodeArray, isNodeObject } from "./equal.js";
import { findShape } from "./lookup.js";
import {
  isAggregate,
  type Member,
  type Model,
  type NodeValue,
  type Shape,
  type ShapeId,
  type Traits,
} from "./shape.js";

const MIXIN = "smithy.api#mixin";

/**
 * Returns the shape as its mixins make it: their members first, in the order of the mixins, then its own; its own
 * traits over theirs, the mixins' local traits left out (Smithy 2.0, "Mixins"). A shape without mixins is returned as
 * it is.
 */
export function resolveMixins<Kind extends Shape>(model: Model, shape: Kind): Kind {
  return hasMixins(shape) ? mixAll(model, shape, new Map()) : shape;
}

/** Returns the model with all shapes as their mixins make them, see {@link resolveMixins}; one without mixins as it is. */
export function flattenMixins(model: Model): Model {
  if (!usesMixins(model)) return model;
  const mixed = new Map<ShapeId, Shape>();
  const shapes = new Map<ShapeId, Shape>();
  for (const [id, shape] of model.shapes)
    shapes.set(id, hasMixins(shape) ? mixAll(model, shape, mixed) : shape);
  return { shapes, metadata: model.metadata };
}

function hasMixins(shape: Shape): boolean {
  return shape.mixins !== undefined && shape.mixins.length > 0;
}

const MIXED = new WeakMap<Model, boolean>();

/** Returns whether a shape of the model has mixins. All shapes are looked at once. */
export function usesMixins(model: Model): boolean {
  const known = MIXED.get(model) ?? [...model.shapes.values()].some(hasMixins);
  MIXED.set(model, known);
  return known;
}

/** Makes it known of `after` that it has no mixins, where `before` had none. See {@link shareIndexes}. */
export function shareMixed(before: Model, after: Model, changed: Iterable<ShapeId>): void {
  if (MIXED.get(before) !== false || MIXED.has(after)) return;
  for (const id of changed) {
    const shape = after.shapes.get(id);
    if (shape && hasMixins(shape)) return;
  }
  MIXED.set(after, false);
}

/** Mixes deepest mixins first, without recursion: chains may be long. On a cycle, what is being mixed is left out. */
function mixAll<Kind extends Shape>(model: Model, shape: Kind, mixed: Map<ShapeId, Shape>): Kind {
  const open: { readonly shape: Shape; next: number }[] = [{ shape, next: 0 }];
  const entered = new Set<ShapeId>([shape.id]);
  for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
    const id = top.shape.mixins?.[top.next++];
    if (id === undefined) {
      open.pop();
      if (open.length > 0) mixed.set(top.shape.id, mix(top.shape, mixed));
    } else if (!entered.has(id) && !mixed.has(id)) {
      const found = findShape(model, id);
      entered.add(id);
      if (found) open.push({ shape: found, next: 0 });
    }
  }
  return mix(shape, mixed);
}

function mix<Kind extends Shape>(shape: Kind, mixins: ReadonlyMap<ShapeId, Shape>): Kind {
  if (!hasMixins(shape)) return shape;
  let traits: Traits = {};
  const members = new Map<string, Member>();
  for (const id of shape.mixins ?? []) {
    const mixin = mixins.get(id);
    if (!mixin) continue;
    traits = { ...traits, ...inheritedTraits(mixin) };
    if (isAggregate(mixin)) for (const member of mixin.members) addMember(members, member);
  }
  const { mixins: _, ...rest } = shape;
  const mixed = { ...rest, traits: { ...traits, ...shape.traits } };
  if (!isAggregate(shape)) return mixed as unknown as Kind; // the same kind without `mixins`
  for (const member of shape.members) addMember(members, member);
  return { ...mixed, members: [...members.values()] } as unknown as Kind; // the same kind with more members
}

function addMember(members: Map<string, Member>, member: Member): void {
  const known = members.get(member.name);
  members.set(member.name, known ? { ...member, traits: { ...known.traits, ...member.traits } } : member);
}

function inheritedTraits(mixin: Shape): Traits {
  const value = mixin.traits[MIXIN];
  const listed = isNodeObject(value) && isNodeArray(value.localTraits) ? value.localTraits : [];
  const local = new Set<NodeValue>([MIXIN, ...listed]);
  return Object.fromEntries(Object.entries(mixin.traits).filter(([id]) => !local.has(id)));
}
