import { type Relationship, type Shape, type ShapeId, UNIT, visitNeighbors } from "@shapelog/model";
import type { ValidationContext } from "../context.js";

/**
 * Returns the ids of all shapes a service reaches, the service and shapes of the definitions included. `Unit` counts
 * only where a union names it: elsewhere it stands for nothing.
 */
export function closureOf(context: ValidationContext, service: ShapeId): ReadonlySet<ShapeId> {
  const closures = context.know(createClosures);
  const closure = closures.get(service) ?? walk(context, service);
  closures.set(service, closure);
  return closure;
}

function createClosures(): Map<ShapeId, ReadonlySet<ShapeId>> {
  return new Map();
}

function walk(context: ValidationContext, service: ShapeId): ReadonlySet<ShapeId> {
  const closure = new Set<ShapeId>([service]);
  for (const id of closure) {
    const shape = context.shape(id);
    if (!shape) continue;
    visitNeighbors(shape, (relationship, target) => {
      if (!isNothing(shape, relationship, target) && context.shape(target)) closure.add(target);
    });
  }
  return closure;
}

function isNothing({ kind }: Shape, relationship: Relationship, target: ShapeId): boolean {
  if (target !== UNIT) return false;
  return relationship !== "member" || kind === "enum" || kind === "intEnum";
}
