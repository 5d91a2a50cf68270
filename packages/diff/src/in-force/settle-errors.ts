import type { Change } from "@shapelog/changes";
import {
  findServiceOperations,
  findServices,
  type Model,
  type OperationShape,
  type Shape,
  type ShapeId,
} from "@shapelog/model";
import type { MixedModels } from "../resolve-models.js";

type Side = "before" | "after";
const SIDES = ["before", "after"] as const;

/**
 * Returns the operations and services to compare in place of those of two models, so that an error that moves between
 * an operation and its service makes no difference (Smithy 2.0, "Service": an operation can fail with the errors of its
 * service). An error that every operation of a service gains or loses stays the service's.
 */
export function settleErrors(
  models: MixedModels,
  changes: readonly Change[],
): Readonly<Record<Side, ReadonlyMap<ShapeId, Shape>>> {
  const settled = { before: new Map<ShapeId, Shape>(), after: new Map<ShapeId, Shape>() };
  const moved = new Set(changes.flatMap(errorOf));
  if (moved.size === 0 || SIDES.every((side) => !hasErrors(models[side]))) return settled;
  const effective = {
    before: readErrors(models.before, moved),
    after: readErrors(models.after, moved),
  };
  const shared = findShared(models, changes, effective);
  for (const side of SIDES) {
    const isSettled = (id: ShapeId) => moved.has(id) && !shared.has(id);
    for (const service of findServices(models[side])) {
      const errors = service.errors.filter((id) => !isSettled(id));
      if (errors.length < service.errors.length) settled[side].set(service.id, { ...service, errors });
    }
    for (const [operation, errors] of effective[side]) {
      const gained = [...errors].filter((id) => isSettled(id) && !operation.errors.includes(id));
      if (gained.length === 0) continue;
      settled[side].set(operation.id, { ...operation, errors: [...operation.errors, ...gained] });
    }
  }
  return settled;
}

function errorOf(change: Change): ShapeId[] {
  switch (change.kind) {
    case "operation.error.added":
    case "operation.error.removed":
    case "service.error.added":
    case "service.error.removed":
      return [change.target];
    default:
      return [];
  }
}

function hasErrors(model: Model): boolean {
  return findServices(model).some(({ errors }) => errors.length > 0);
}

/** The moved errors that an operation can fail with. */
type ErrorsOfOperations = ReadonlyMap<OperationShape, ReadonlySet<ShapeId>>;

function readErrors(model: Model, moved: ReadonlySet<ShapeId>): ErrorsOfOperations {
  const found = new Map<OperationShape, Set<ShapeId>>();
  for (const service of findServices(model)) {
    const common = service.errors.filter((id) => moved.has(id));
    for (const operation of findServiceOperations(model, service)) {
      const errors = found.get(operation) ?? new Set(operation.errors.filter((id) => moved.has(id)));
      found.set(operation, errors);
      for (const id of common) errors.add(id);
    }
  }
  return found;
}

/** Returns the errors that come to or leave every operation of the service that lists them. */
function findShared(
  models: MixedModels,
  changes: readonly Change[],
  effective: Readonly<Record<Side, ErrorsOfOperations>>,
): ReadonlySet<ShapeId> {
  const byId = {
    before: new Map([...effective.before].map(([{ id }, errors]) => [id, errors])),
    after: new Map([...effective.after].map(([{ id }, errors]) => [id, errors])),
  };
  const shared = new Map<ShapeId, boolean>();
  for (const change of changes) {
    if (change.kind !== "service.error.added" && change.kind !== "service.error.removed") continue;
    const { shape, target } = change;
    const now = new Set(operationsOf(models.after, shape));
    const both = operationsOf(models.before, shape).filter((id) => now.has(id));
    const isAdded = change.kind === "service.error.added";
    const moves = both.filter(
      (id) => byId.before.get(id)?.has(target) !== isAdded && byId.after.get(id)?.has(target) === isAdded,
    );
    const isWhole = both.length > 0 && moves.length === both.length;
    shared.set(target, isWhole && (shared.get(target) ?? true));
  }
  return new Set([...shared].flatMap(([id, isShared]) => (isShared ? [id] : [])));
}

function operationsOf(model: Model, id: ShapeId): ShapeId[] {
  const service = model.shapes.get(id);
  return service?.kind === "service" ? findServiceOperations(model, service).map((each) => each.id) : [];
}
