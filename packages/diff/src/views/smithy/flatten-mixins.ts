import {
  findShape,
  isAggregate,
  isNodeArray,
  isNodeObject,
  type Member,
  type Model,
  type NodeValue,
  type Shape,
  type ShapeId,
  type Traits,
} from "@shapelog/model";

const MIXIN = "smithy.api#mixin";

/**
 * Returns the model as its mixins make it: each shape with their members first and their traits under its own
 * (Smithy 2.0, "Mixins"). A model without mixins is returned as it is.
 */
export function flattenMixins(model: Model): Model {
  const mixed = [...model.shapes.values()].filter((shape) => (shape.mixins ?? []).length > 0);
  if (mixed.length === 0) return model;
  const shapes = new Map(model.shapes);
  for (const shape of mixed) shapes.set(shape.id, flatten(model, shape, new Set([shape.id])));
  return { shapes, metadata: model.metadata };
}

function flatten(model: Model, shape: Shape, entered: ReadonlySet<ShapeId>): Shape {
  let traits: Traits = {};
  const members = new Map<string, Member>();
  for (const id of shape.mixins ?? []) {
    const found = entered.has(id) ? undefined : findShape(model, id);
    if (!found) continue;
    const mixin = flatten(model, found, new Set([...entered, id]));
    traits = { ...traits, ...passedOn(mixin) };
    if (isAggregate(mixin)) for (const member of mixin.members) addMember(members, member);
  }
  const { mixins: _, ...rest } = { ...shape, traits: { ...traits, ...shape.traits } };
  if (!isAggregate(rest)) return rest;
  for (const member of rest.members) addMember(members, member);
  return { ...rest, members: [...members.values()] };
}

function addMember(members: Map<string, Member>, member: Member): void {
  const known = members.get(member.name);
  members.set(member.name, known ? { ...member, traits: { ...known.traits, ...member.traits } } : member);
}

function passedOn(mixin: Shape): Traits {
  const value = mixin.traits[MIXIN];
  const listed = isNodeObject(value) && isNodeArray(value.localTraits) ? value.localTraits : [];
  const local = new Set<NodeValue>([MIXIN, ...listed]);
  return Object.fromEntries(Object.entries(mixin.traits).filter(([id]) => !local.has(id)));
}
