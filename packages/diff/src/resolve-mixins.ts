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

/** Two models of which either both have their mixins resolved, or neither has any. */
export interface MixedModels {
  readonly before: Model;
  readonly after: Model;
}

/**
 * Returns two models as their mixins make them: every shape with the members and traits of its mixins, and no mixins
 * left (Smithy 2.0, "Mixins"). Models that use no mixins are returned as they are.
 */
export function resolveMixins(models: MixedModels): MixedModels {
  if (!usesMixins(models.before) && !usesMixins(models.after)) return models;
  return { before: resolveModel(models.before), after: resolveModel(models.after) };
}

function usesMixins(model: Model): boolean {
  for (const shape of model.shapes.values()) if (shape.mixins !== undefined) return true;
  return false;
}

function resolveModel(model: Model): Model {
  const resolved = [...model.shapes.values()]
    .filter((shape) => !isMixin(shape))
    .map((shape) => [shape.id, shape.mixins ? mix(model, shape, new Set([shape.id])) : shape] as const);
  return { ...model, shapes: new Map(resolved) };
}

/** Returns whether a shape is there to be mixed in. */
export function isMixin(shape: Shape): boolean {
  return shape.traits[MIXIN] !== undefined;
}

function mix(model: Model, shape: Shape, entered: ReadonlySet<ShapeId>): Shape {
  let traits: Traits = {};
  const members = new Map<string, Member>();
  for (const id of shape.mixins ?? []) {
    const found = entered.has(id) ? undefined : findShape(model, id);
    if (!found) continue;
    const mixin = mix(model, found, new Set([...entered, id]));
    traits = { ...traits, ...inheritedTraits(mixin) };
    if (isAggregate(mixin)) for (const member of mixin.members) addMember(members, member);
  }
  const { mixins: _, ...rest } = shape;
  const mixed = { ...rest, traits: { ...traits, ...shape.traits } };
  if (!isAggregate(shape)) return mixed;
  for (const member of shape.members) addMember(members, member);
  return { ...mixed, members: [...members.values()] } as Shape; // the same kind with more members
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
