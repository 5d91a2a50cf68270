import { PRELUDE_SHAPES } from "./prelude.js";
import {
  isAggregate,
  type Member,
  type Model,
  type OperationShape,
  type ServiceShape,
  type Shape,
  type ShapeId,
} from "./shape.js";
import { compareCodeUnits } from "./shape-id.js";

/** Returns the shape with an id, from the model or the prelude, or `undefined`. */
export function findShape(model: Model, id: ShapeId): Shape | undefined {
  return model.shapes.get(id) ?? PRELUDE_SHAPES.get(id);
}

/** Returns the shape with an id; throws where there is none. For models whose references were checked by a reader. */
export function getShape(model: Model, id: ShapeId): Shape {
  const shape = findShape(model, id);
  if (!shape) throw new Error(`no shape ${id} in the model`);
  return shape;
}

/** Returns a shape's member of a name, or `undefined`. */
export function findMember(shape: Shape, name: string): Member | undefined {
  return isAggregate(shape) ? shape.members[indexOfMember(shape.members, name)] : undefined;
}

/** Returns where the first member of a name stands, or -1. */
export function indexOfMember(members: readonly Member[], name: string): number {
  if (members.length <= FEW) return members.findIndex((member) => member.name === name);
  const known = MEMBERS.get(members) ?? indexMembers(members);
  MEMBERS.set(members, known);
  return known.get(name) ?? -1;
}

/** Up to so many members are looked through. */
const FEW = 32;
const MEMBERS = new WeakMap<readonly Member[], ReadonlyMap<string, number>>();

function indexMembers(members: readonly Member[]): ReadonlyMap<string, number> {
  const byName = new Map<string, number>();
  members.forEach(({ name }, index) => {
    if (!byName.has(name)) byName.set(name, index);
  });
  return byName;
}

/** Returns the model's shapes of one kind, sorted by shape id. */
export function shapesOfKind<Kind extends Shape["kind"]>(
  model: Model,
  kind: Kind,
): Extract<Shape, { kind: Kind }>[] {
  const found: Extract<Shape, { kind: Kind }>[] = [];
  for (const shape of model.shapes.values()) {
    if (shape.kind === kind) found.push(shape as Extract<Shape, { kind: Kind }>); // `kind` was compared
  }
  return found.sort((a, b) => compareCodeUnits(a.id, b.id));
}

const SERVICES = new WeakMap<Model, readonly ServiceShape[]>();

/** Returns the model's services, sorted by shape id. They are looked for once: rules ask at every member. */
export function findServices(model: Model): readonly ServiceShape[] {
  const services = SERVICES.get(model) ?? shapesOfKind(model, "service");
  SERVICES.set(model, services);
  return services;
}

/** Makes the services of `after` known from those of `before`. See {@link shareIndexes}. */
export function shareServices(before: Model, after: Model, changed: Iterable<ShapeId>): void {
  const known = SERVICES.get(before);
  if (!known || SERVICES.has(after)) return;
  const services = [...new Set([...known.map(({ id }) => id), ...changed])].flatMap((id) => {
    const shape = after.shapes.get(id);
    return shape?.kind === "service" ? [shape] : [];
  });
  SERVICES.set(
    after,
    services.sort((a, b) => compareCodeUnits(a.id, b.id)),
  );
}

/** Returns the model's operations, sorted by shape id, whether a service binds them or not. */
export function findOperations(model: Model): OperationShape[] {
  return shapesOfKind(model, "operation");
}
