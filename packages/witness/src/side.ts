import { createTypeNames, type Names } from "@shapelog/emit";
import {
  findServiceOperations,
  findServices,
  flattenMixins,
  type Model,
  type OperationShape,
  type ServiceShape,
  type Shape,
  type ShapeId,
  shapeName,
  type Traits,
  usesMixins,
} from "@shapelog/model";

/** One side of a comparison: its model without comments and with mixins resolved, and the names of what is made from it. */
export interface Side {
  readonly model: Model;
  readonly service: ServiceShape;
  readonly names: Names;
}

export interface Sides {
  readonly before: Side;
  readonly after: Side;
}

/** Returns a side of a comparison; `undefined` where the model has no service that anything is made for. */
export function createSide(model: Model): Side | undefined {
  const bare = withoutComments(usesMixins(model) ? flattenMixins(model) : model);
  const [service] = findServices(bare);
  return service && { model: bare, service, names: createTypeNames(bare, { service }) };
}

/** Returns an operation of a side, by its id or, where the namespace is another, by its name. */
export function findOperation({ model }: Side, id: ShapeId): OperationShape | undefined {
  const found = findById(model, id);
  return found?.kind === "operation" ? found : undefined;
}

/** Returns a shape by its id or, where the namespace is another, by its name. */
export function findById(model: Model, id: ShapeId): Shape | undefined {
  const own = model.shapes.get(id);
  if (own) return own;
  return byName(model).get(shapeName(id));
}

const NAMED = new WeakMap<Model, ReadonlyMap<string, Shape>>();

/** Shapes by name, where a model has but one namespace. */
function byName(model: Model): ReadonlyMap<string, Shape> {
  const known = NAMED.get(model);
  if (known) return known;
  const spaces = new Set([...model.shapes.keys()].map((id) => id.split("#")[0]));
  const named = new Map(
    spaces.size === 1 ? [...model.shapes.values()].map((shape) => [shapeName(shape.id), shape]) : [],
  );
  NAMED.set(model, named);
  return named;
}

/** Returns a side whose service has these operations and no others, so that nothing else is made. */
export function pickOperations(side: Side, operations: ReadonlySet<ShapeId>): Side {
  const bound = new Set(findServiceOperations(side.model, side.service).map(({ id }) => id));
  const found = [...operations].flatMap((id) => findOperation(side, id)?.id ?? []);
  const picked = found.filter((id) => bound.has(id)).sort();
  const service: ServiceShape = { ...side.service, operations: [...new Set(picked)], resources: [] };
  const shapes = new Map(side.model.shapes).set(service.id, service);
  return { ...side, service, model: { ...side.model, shapes } };
}

/** Traits that become comments. */
const COMMENTS: ReadonlySet<string> = new Set([
  "smithy.api#documentation",
  "smithy.api#deprecated",
  "smithy.api#externalDocumentation",
  "shapelog.botocore#documentation",
]);

function withoutComments(model: Model): Model {
  const bare = (traits: Traits) =>
    Object.fromEntries(Object.entries(traits).filter(([id]) => !COMMENTS.has(id)));
  const shapes = new Map<ShapeId, Shape>();
  for (const [id, shape] of model.shapes) {
    const traits = bare(shape.traits);
    if (!("members" in shape)) shapes.set(id, { ...shape, traits });
    else {
      const members = shape.members.map((member) => ({ ...member, traits: bare(member.traits) }));
      shapes.set(id, { ...shape, traits, members });
    }
  }
  return { ...model, shapes };
}
