import { findShape, findSources, isAggregate, type Model, type ShapeId } from "@shapelog/model";

/** A member of a structure or union. */
export interface Holder {
  readonly shape: ShapeId;
  readonly member: string;
}

/** Returns the members of structures and unions that have a shape as their type. */
export function findHolders(models: readonly Model[], target: ShapeId): Holder[] {
  const found = new Map<string, Holder>();
  for (const model of models) {
    for (const id of findSources(model, target)) {
      const shape = findShape(model, id);
      if (!shape || !isAggregate(shape) || (shape.kind !== "structure" && shape.kind !== "union")) continue;
      for (const member of shape.members)
        if (member.target === target) found.set(`${id}$${member.name}`, { shape: id, member: member.name });
    }
  }
  return [...found.values()];
}
