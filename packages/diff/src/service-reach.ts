import {
  findClosure,
  findOperations,
  findServiceOperations,
  findServices,
  findShape,
  type Model,
  neighbors,
  type OperationShape,
  operationErrors,
  type ShapeId,
} from "@shapelog/model";

const REACHED = new WeakMap<Model, ReadonlyMap<ShapeId, ReadonlySet<ShapeId>>>();

/** Returns the services that bind each operation, directly or through resources. */
export function findServicesOfOperations(model: Model): ReadonlyMap<ShapeId, ReadonlySet<ShapeId>> {
  const known = REACHED.get(model);
  if (known) return known;
  const reached = new Map<ShapeId, Set<ShapeId>>();
  for (const service of findServices(model)) {
    for (const { id } of findServiceOperations(model, service)) {
      reached.set(id, (reached.get(id) ?? new Set()).add(service.id));
    }
  }
  REACHED.set(model, reached);
  return reached;
}

/** Returns the services that an operation has in one model and not in the other. */
export function findLostServices(operation: ShapeId, from: Model, to: Model): ShapeId[] {
  const left = findServicesOfOperations(to).get(operation);
  return [...(findServicesOfOperations(from).get(operation) ?? [])].filter((service) => !left?.has(service));
}

/** A service that goes by another id. */
export interface RenamedService {
  readonly old: ShapeId;
  readonly now: ShapeId;
}

/**
 * Returns the service that has another id: where either model has one service only and they share operations, it is
 * the same one.
 */
export function findRenamedService(before: Model, after: Model): RenamedService | undefined {
  const [old, ...othersGone] = findServices(before);
  const [now, ...othersNew] = findServices(after);
  if (!old || !now || othersGone.length + othersNew.length > 0) return undefined;
  if (before.shapes.has(now.id) || after.shapes.has(old.id)) return undefined;
  const bound = findServicesOfOperations(after);
  const shares = [...findServicesOfOperations(before).keys()].some((operation) => bound.has(operation));
  return shares ? { old: old.id, now: now.id } : undefined;
}

/** Returns the operations bound below a resource or service, through its resources. */
export function findOperationsBelow(model: Model, root: ShapeId): ShapeId[] {
  const seen = new Set<ShapeId>([root]);
  const operations: ShapeId[] = [];
  for (const id of seen) {
    const shape = findShape(model, id);
    if (shape?.kind === "operation") operations.push(id);
    if (shape?.kind !== "service" && shape?.kind !== "resource") continue;
    for (const { target } of neighbors(shape)) seen.add(target);
  }
  return operations;
}

/**
 * Returns the model with the common errors of each service among the errors of its operations (Smithy 2.0, "Service").
 * A model without common errors is returned as it is.
 */
export function spreadServiceErrors(model: Model): Model {
  const services = findServices(model).filter((service) => service.errors.length > 0);
  if (services.length === 0) return model;
  const shapes = new Map(model.shapes);
  for (const service of services) {
    for (const { id } of findServiceOperations(model, service)) {
      const operation = shapes.get(id) as OperationShape; // an operation was found under this id
      shapes.set(id, { ...operation, errors: operationErrors(operation, service) });
    }
  }
  return { ...model, shapes };
}

const USED = new WeakMap<Model, ReadonlySet<ShapeId>>();

/** Returns whether no service leads to a shape; in a model without services, whether no operation does. */
export function isOrphan(model: Model, id: ShapeId): boolean {
  const used = USED.get(model) ?? findClosure(model, findRoots(model));
  USED.set(model, used);
  return !used.has(id);
}

function findRoots(model: Model): ShapeId[] {
  const services = findServices(model);
  return (services.length > 0 ? services : findOperations(model)).map((shape) => shape.id);
}
