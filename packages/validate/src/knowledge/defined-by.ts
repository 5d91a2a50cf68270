import { compareCodeUnits, hasTrait, type Shape } from "@shapelog/model";
import type { ValidationContext } from "../context.js";

/**
 * Returns the shapes that have a trait, those of the definitions included, sorted by shape id. For traits that say what
 * a trait is: `protocolDefinition`, `authDefinition`, `metadata`.
 */
export function definedBy(context: ValidationContext, trait: string): readonly Shape[] {
  const known = context.know(createKnown);
  const shapes = known.get(trait) ?? findDefined(context, trait);
  known.set(trait, shapes);
  return shapes;
}

function createKnown(): Map<string, readonly Shape[]> {
  return new Map();
}

function findDefined({ model }: ValidationContext, trait: string): readonly Shape[] {
  const found = [...model.shapes.values()].filter((shape) => hasTrait(shape, trait));
  return found.sort((a, b) => compareCodeUnits(a.id, b.id));
}
