import { findShape } from "./lookup.js";
import { visitNeighbors } from "./neighbors.js";
import type { Model, ShapeId } from "./shape.js";

/**
 * Returns the ids of all shapes reachable from `roots`, the roots included, in the order of a breadth-first walk.
 * Prelude shapes and ids that name no shape are left out.
 */
export function findClosure(model: Model, roots: Iterable<ShapeId>): ReadonlySet<ShapeId> {
  const seen = new Set<ShapeId>();
  for (const root of roots) if (model.shapes.has(root)) seen.add(root);
  for (const id of seen) {
    const shape = findShape(model, id);
    if (!shape) continue;
    visitNeighbors(shape, (_, target) => {
      if (model.shapes.has(target)) seen.add(target);
    });
  }
  return seen;
}
