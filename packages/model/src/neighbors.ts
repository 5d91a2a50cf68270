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

/** Is told of one arrow. */
export type VisitNeighbor = (relationship: Relationship, target: ShapeId, name?: string) => void;

/**
 * Tells of the shapes a shape points at, in the order of the model. The one place that knows this: closure, paths,
 * ordering and links are built on it. Members stand for the shapes they target. Makes nothing, so that whole models
 * can be walked cheaply.
 */
export function visitNeighbors(shape: Shape, visit: VisitNeighbor): void {
  if (shape.mixins) visitAll("mixin", shape.mixins, visit);
  switch (shape.kind) {
    case "structure":
    case "union":
    case "list":
    case "map":
    case "enum":
    case "intEnum":
      for (const member of shape.members) visit("member", member.target, member.name);
      return;
    case "operation":
      visit("input", shape.input);
      visit("output", shape.output);
      visitAll("error", shape.errors, visit);
      return;
    case "resource":
      for (const { name, target } of shape.identifiers) visit("identifier", target, name);
      for (const { name, target } of shape.properties) visit("property", target, name);
      for (const { name, target } of shape.lifecycle) visit(name, target);
      visitAll("operation", shape.operations, visit);
      visitAll("collectionOperation", shape.collectionOperations, visit);
      visitAll("resource", shape.resources, visit);
      return;
    case "service":
      visitAll("operation", shape.operations, visit);
      visitAll("resource", shape.resources, visit);
      visitAll("error", shape.errors, visit);
      return;
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
      return;
    default:
      unreachable(shape);
  }
}

/** Returns what {@link visitNeighbors} tells of, as a list. */
export function neighbors(shape: Shape): readonly Neighbor[] {
  const found: Neighbor[] = [];
  visitNeighbors(shape, (relationship, target, name) => {
    found.push(name === undefined ? { relationship, target } : { relationship, name, target });
  });
  return found;
}

function visitAll(relationship: Relationship, targets: readonly ShapeId[], visit: VisitNeighbor): void {
  for (const target of targets) visit(relationship, target);
}
