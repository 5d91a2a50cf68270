import {
  findServiceOperations,
  type Model,
  type OperationShape,
  type ResourceShape,
  type ServiceShape,
  type ShapeId,
} from "@shapelog/model";
import type { ValidationContext } from "../context.js";

/** What a service binds, directly or through its resources; each list sorted by shape id. */
export interface Bound {
  readonly service: ServiceShape;
  readonly operations: readonly OperationShape[];
  readonly resources: readonly ResourceShape[];
}

/** Returns what each of the model's services binds, sorted by service. */
export function topDown(context: ValidationContext): readonly Bound[] {
  return context.know(findBound);
}

function findBound(context: ValidationContext): readonly Bound[] {
  return context.ofKind("service").map((service) => ({
    service,
    operations: findServiceOperations(context.model, service),
    resources: findResources(context.model, service),
  }));
}

function findResources(model: Model, service: ServiceShape): readonly ResourceShape[] {
  const seen = new Set<ShapeId>(service.resources);
  const resources: ResourceShape[] = [];
  for (const id of seen) {
    const shape = model.shapes.get(id);
    if (shape?.kind !== "resource") continue;
    resources.push(shape);
    for (const child of shape.resources) seen.add(child);
  }
  return resources.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Returns all operations that a resource binds: lifecycle ones, its own and those of its collection. */
export function operationsOf(resource: ResourceShape): readonly ShapeId[] {
  return [
    ...resource.lifecycle.map(({ target }) => target),
    ...resource.operations,
    ...resource.collectionOperations,
  ];
}
