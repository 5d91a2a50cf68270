import {
  isAggregate,
  type Model,
  memberId,
  type NodeValue,
  type Shape,
  type ShapeId,
  type Traits,
} from "@shapelog/model";

/** Returns the model with other traits on each shape and member; `change` gets the id of what has them. */
export function mapTraits(model: Model, change: (traits: Traits, id: ShapeId) => Traits): Model {
  const shapes = new Map<ShapeId, Shape>();
  for (const [id, shape] of model.shapes) {
    const changed = { ...shape, traits: change(shape.traits, id) };
    if (!isAggregate(changed)) {
      shapes.set(id, changed);
      continue;
    }
    const members = changed.members.map((member) => {
      return { ...member, traits: change(member.traits, memberId(id, member.name)) };
    });
    shapes.set(id, { ...changed, members });
  }
  return { shapes, metadata: model.metadata };
}

/** Returns the traits without those of which `isLeftOut` holds; the same object where it holds of none. */
export function withoutTraits(
  traits: Traits,
  isLeftOut: (trait: ShapeId, value: NodeValue) => boolean,
): Traits {
  const entries = Object.entries(traits);
  const kept = entries.filter(([trait, value]) => !isLeftOut(trait, value));
  return kept.length === entries.length ? traits : Object.fromEntries(kept);
}
