import { compareCodeUnits, type Shape, type ShapeId } from "@shapelog/model";
import type { ValidationContext } from "../context.js";

/** A trait that the model applies, and the shape that defines it. */
export interface AppliedTrait {
  readonly trait: ShapeId;
  readonly definition: Shape;
}

/** Returns the traits that the model's own shapes have, sorted by id; those that nothing defines are left out. */
export function appliedTraits(context: ValidationContext): readonly AppliedTrait[] {
  return context.know(findApplied);
}

function findApplied(context: ValidationContext): readonly AppliedTrait[] {
  const ids = new Set<ShapeId>();
  for (const { traits } of context.subjects()) for (const id of Object.keys(traits)) ids.add(id);
  return [...ids].sort(compareCodeUnits).flatMap((trait) => {
    const definition = context.shape(trait);
    return definition ? [{ trait, definition }] : [];
  });
}
