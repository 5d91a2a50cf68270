import {
  deprecated,
  findClosure,
  findOperations,
  findServiceOperations,
  findServices,
  flattenMixins,
  isAggregate,
  type Member,
  type Model,
  type OperationShape,
  operationErrors,
  type Shape,
  type ShapeId,
  visitNeighbors,
} from "@shapelog/model";

/** What callers of a model can meet. */
export interface ApiIndex {
  /** With mixins in the shapes that have them. */
  readonly shapes: ReadonlyMap<ShapeId, Shape>;
  /** The operations of services, or, in a model without services, all; and the shapes that they lead to. */
  readonly reached: ReadonlySet<ShapeId>;
  /**
   * What a service leads to without a step that is deprecated. What is reached and not among these is deprecated itself,
   * or all that leads to it is.
   */
  readonly live: ReadonlySet<ShapeId>;
  /** The errors that each operation can end with, those of its services included. */
  readonly errors: ReadonlyMap<ShapeId, ReadonlySet<ShapeId>>;
}

const INDEXES = new WeakMap<Model, ApiIndex>();

/** Returns what callers of a model can meet. Each model is walked once. */
export function indexApi(model: Model): ApiIndex {
  const known = INDEXES.get(model) ?? createIndex(flattenMixins(model));
  INDEXES.set(model, known);
  return known;
}

/** Returns whether a member is deprecated, with its shape or by itself. */
export function isMemberDeprecated({ live }: ApiIndex, shape: ShapeId, member: Member): boolean {
  return !live.has(shape) || deprecated(member) !== undefined;
}

function createIndex(model: Model): ApiIndex {
  const services = findServices(model);
  const errors = new Map<ShapeId, Set<ShapeId>>();
  const add = (operation: OperationShape, found: readonly ShapeId[]) => {
    errors.set(operation.id, new Set([...(errors.get(operation.id) ?? []), ...found]));
  };
  for (const service of services)
    for (const operation of findServiceOperations(model, service))
      add(operation, operationErrors(operation, service));
  if (services.length === 0) for (const operation of findOperations(model)) add(operation, operation.errors);
  const met = [...errors].flatMap(([operation, ends]) => [operation, ...ends]);
  const roots = services.length > 0 ? services.map(({ id }) => id) : [...errors.keys()];
  return { shapes: model.shapes, reached: findClosure(model, met), live: findLive(model, roots), errors };
}

function findLive({ shapes }: Model, roots: readonly ShapeId[]): ReadonlySet<ShapeId> {
  const live = new Set<ShapeId>();
  const enter = (id: ShapeId) => {
    const shape = shapes.get(id);
    if (shape && deprecated(shape) === undefined) live.add(id);
  };
  for (const root of roots) enter(root);
  for (const id of live) {
    const shape = shapes.get(id);
    if (!shape) continue;
    const members = isAggregate(shape) ? shape.members : [];
    const left = new Set(
      members.filter((member) => deprecated(member) === undefined).map(({ name }) => name),
    );
    visitNeighbors(shape, (relationship, target, name = "") => {
      if (relationship !== "identifier" && relationship !== "property")
        if (relationship !== "member" || left.has(name)) enter(target);
    });
  }
  return live;
}
