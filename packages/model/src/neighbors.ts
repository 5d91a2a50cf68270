import { type Shape, type ShapeId, unreachable } from "./shape.js";

/** How one shape points at another, in the words of Smithy's selector relationships. */
export type Relationship =
  | "member"
  | "mixin"
  | "input"
  | "output"
  | "error"
  | "identifier"
  | "property"
  | "create"
  | "put"
  | "read"
  | "update"
  | "delete"
  | "list"
  | "operation"
  | "collectionOperation"
  | "resource";

/** One arrow out of a shape. `name` is the member's, identifier's or property's name where there is one. */
export interface Neighbor {
  readonly relationship: Relationship;
  readonly name?: string;
  readonly target: ShapeId;
}

/**
 * Returns the shapes a shape points at, in the order of the model. The one place that knows this: closure, paths,
 * ordering and links are built on it. Members stand for the shapes they target.
 */
export function neighbors(shape: Shape): readonly Neighbor[] {
  const mixins = (shape.mixins ?? []).map((target): Neighbor => ({ relationship: "mixin", target }));
  return mixins.length === 0 ? ownNeighbors(shape) : [...mixins, ...ownNeighbors(shape)];
}

function ownNeighbors(shape: Shape): readonly Neighbor[] {
  switch (shape.kind) {
    case "structure":
    case "union":
    case "list":
    case "map":
    case "enum":
    case "intEnum":
      return shape.members.map(({ name, target }) => ({ relationship: "member", name, target }));
    case "operation":
      return [
        { relationship: "input", target: shape.input },
        { relationship: "output", target: shape.output },
        ...arrows("error", shape.errors),
      ];
    case "resource":
      return [
        ...shape.identifiers.map(
          ({ name, target }) => ({ relationship: "identifier", name, target }) as const,
        ),
        ...shape.properties.map(({ name, target }) => ({ relationship: "property", name, target }) as const),
        ...shape.lifecycle.map(({ name, target }) => ({ relationship: name, target })),
        ...arrows("operation", shape.operations),
        ...arrows("collectionOperation", shape.collectionOperations),
        ...arrows("resource", shape.resources),
      ];
    case "service":
      return [
        ...arrows("operation", shape.operations),
        ...arrows("resource", shape.resources),
        ...arrows("error", shape.errors),
      ];
    case "blob":
    case "boolean":
    case "string":
    case "byte":
    case "short":
    case "integer":
    case "long":
    case "float":
    case "double":
    case "bigInteger":
    case "bigDecimal":
    case "timestamp":
    case "document":
      return [];
    default:
      return unreachable(shape);
  }
}

function arrows(relationship: Relationship, targets: readonly ShapeId[]): Neighbor[] {
  return targets.map((target) => ({ relationship, target }));
}
