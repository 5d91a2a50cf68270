import { findShape } from "./lookup.js";
import { neighbors, type Relationship } from "./neighbors.js";
import type { Model, OperationShape, ServiceShape, ShapeId } from "./shape.js";
import { compareCodeUnits } from "./shape-id.js";

const BINDINGS: ReadonlySet<Relationship> = new Set<Relationship>([
  "operation",
  "collectionOperation",
  "resource",
  "create",
  "put",
  "read",
  "update",
  "delete",
  "list",
]);

/** Returns the operations a service binds, directly or through its resources, sorted by shape id. */
export function findServiceOperations(model: Model, service: ServiceShape): OperationShape[] {
  const seen = new Set<ShapeId>([service.id]);
  const operations: OperationShape[] = [];
  for (const id of seen) {
    const shape = findShape(model, id);
    if (shape?.kind === "operation") operations.push(shape);
    if (shape?.kind !== "service" && shape?.kind !== "resource") continue;
    for (const { relationship, target } of neighbors(shape)) if (BINDINGS.has(relationship)) seen.add(target);
  }
  return operations.sort((a, b) => compareCodeUnits(a.id, b.id));
}
