import { isNodeArray, isNodeObject } from "./equal.js";
import { findShape } from "./lookup.js";
import { isAggregate, type Member, type Model, type NodeValue, type Shape, type Traits } from "./shape.js";

const MIXIN = "smithy.api#mixin";

/**
 * Returns the shape as its mixins make it: their members first, in the order of the mixins, then its own; its own
 * traits over theirs, the mixins' local traits left out (Smithy 2.0, "Mixins"). A shape without mixins is returned as
 * it is.
 */
export function resolveMixins<Kind extends Shape>(model: Model, shape: Kind): Kind {
  return shape.mixins === undefined || shape.mixins.length === 0
    ? shape
    : mix(model, shape, new Set([shape.id]));
}

function mix<Kind extends Shape>(model: Model, shape: Kind, entered: ReadonlySet<string>): Kind {
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
