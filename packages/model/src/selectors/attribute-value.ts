import { isNodeArray, isNodeObject } from "../equal.js";
import { type EnumShape, type NodeValue, type ServiceShape, type ShapeId, unreachable } from "../shape.js";
import { splitShapeId } from "../shape-id.js";
import { documentation, enumValue, hasTrait, trait } from "../traits.js";
import { type SelectBudget, spend } from "./budget.js";
import type { SelectableShape } from "./selection.js";
import type { AttributePath, PathSegment } from "./selector.js";

/** The shapes that each variable holds. */
export type Variables = ReadonlyMap<string, ReadonlySet<SelectableShape>>;

/** What attributes are read with. */
export interface Reader {
  readonly variables: Variables;
  readonly budget: SelectBudget;
}

/** What an attribute or a part of one is (Smithy 2.0, "Attributes"). */
export type AttributeValue =
  | { readonly kind: "empty" }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "node"; readonly node: NodeValue }
  | { readonly kind: "id"; readonly id: ShapeId }
  | { readonly kind: "shape"; readonly shape: SelectableShape }
  | { readonly kind: "service"; readonly service: ServiceShape }
  | { readonly kind: "traits"; readonly shape: SelectableShape }
  | { readonly kind: "variables" }
  | ProjectionValue;

/** Several values. */
export interface ProjectionValue {
  readonly kind: "projection";
  readonly values: readonly AttributeValue[];
}

const EMPTY: AttributeValue = { kind: "empty" };
const VARIABLES: AttributeValue = { kind: "variables" };

/** Returns what a path leads to. */
export function findPath(value: AttributeValue, path: AttributePath, reader: Reader): AttributeValue {
  let found = value;
  for (const segment of path) found = findProperty(found, segment, reader);
  spend(reader.budget, path.length);
  return found;
}

/** Returns whether a value satisfies an existence check. */
export function isPresent(value: AttributeValue): boolean {
  if (value.kind === "projection") return value.values.length > 0;
  return value.kind !== "empty" && !(value.kind === "node" && value.node === null);
}

/** Returns the text that string comparators see. */
export function textOf(value: AttributeValue): string {
  switch (value.kind) {
    case "text":
      return value.text;
    case "node":
      return isNodeObject(value.node) || isNodeArray(value.node) ? "" : String(value.node ?? "");
    case "id":
      return value.id;
    case "shape":
      return value.shape.id;
    case "service":
      return value.service.id;
    case "empty":
    case "traits":
    case "variables":
    case "projection":
      return "";
    default:
      return unreachable(value);
  }
}

/** Returns the values of a projection, and of the projections in it; any other value as the only one. */
export function flatten(value: AttributeValue): readonly AttributeValue[] {
  if (value.kind !== "projection") return [value];
  return value.values.some(({ kind }) => kind === "projection")
    ? value.values.flatMap(flatten)
    : value.values;
}

/** Returns the value of a trait, `undefined` where the shape does not have it. Enum shapes have `@enum`. */
export function findTrait(shape: SelectableShape, id: ShapeId): NodeValue | undefined {
  if (Object.hasOwn(shape.traits, id)) return shape.traits[id];
  return id === ENUM ? enumTrait(shape) : undefined;
}

/** The trait that enum shapes stand for. */
export const ENUM: ShapeId = "smithy.api#enum";

/** Returns the absolute id of a trait as selectors name it. */
export function traitId(name: string): ShapeId {
  return name.includes("#") ? name : `smithy.api#${name}`;
}

function findProperty(value: AttributeValue, segment: PathSegment, reader: Reader): AttributeValue {
  const found = findPart(value, segment, reader);
  if (found.kind === "projection") spend(reader.budget, found.values.length + 1);
  return found;
}

function findPart(value: AttributeValue, segment: PathSegment, reader: Reader): AttributeValue {
  switch (value.kind) {
    case "shape":
      return ofShape(value.shape, segment);
    case "traits":
      return ofTraits(value.shape, segment);
    case "node":
      return ofNode(value.node, segment);
    case "projection":
      return ofProjection(value, segment, reader);
    case "variables":
      return ofVariables(reader.variables, segment);
    case "id":
      return ofId(value.id, segment);
    case "service":
      return ofService(value.service, segment);
    case "text":
      return isFunction(segment, "length") ? text(value.text.length) : EMPTY;
    case "empty":
      return EMPTY;
    default:
      return unreachable(value);
  }
}

function ofShape(shape: SelectableShape, { kind, name }: PathSegment): AttributeValue {
  if (kind === "function") return EMPTY;
  switch (name) {
    case "trait":
      return { kind: "traits", shape };
    case "id":
      return { kind: "id", id: shape.id };
    case "var":
      return VARIABLES;
    case "service":
      return shape.shape.kind === "service" ? { kind: "service", service: shape.shape } : EMPTY;
    default:
      return EMPTY;
  }
}

function ofTraits(shape: SelectableShape, { kind, name }: PathSegment): AttributeValue {
  if (kind === "property") {
    const node = findTrait(shape, traitId(name));
    return node === undefined ? EMPTY : { kind: "node", node };
  }
  switch (name) {
    case "keys":
      return project(Object.keys(shape.traits), (id) => ({ kind: "id", id }));
    case "values":
      return project(Object.values(shape.traits), createNode);
    case "length":
      return text(Object.keys(shape.traits).length);
    default:
      return EMPTY;
  }
}

function ofNode(node: NodeValue, segment: PathSegment): AttributeValue {
  if (isNodeArray(node)) return ofArray(node, segment);
  if (isNodeObject(node)) return ofObject(node, segment);
  return typeof node === "string" && isFunction(segment, "length") ? text(node.length) : EMPTY;
}

function ofArray(nodes: readonly NodeValue[], segment: PathSegment): AttributeValue {
  if (isFunction(segment, "values")) return project(nodes, createNode);
  return isFunction(segment, "length") ? text(nodes.length) : EMPTY;
}

function ofObject(nodes: { readonly [key: string]: NodeValue }, { kind, name }: PathSegment): AttributeValue {
  if (kind === "property") {
    const node = Object.hasOwn(nodes, name) ? nodes[name] : undefined;
    return node === undefined ? EMPTY : createNode(node);
  }
  switch (name) {
    case "keys":
      return project(Object.keys(nodes), createNode);
    case "values":
      return project(Object.values(nodes), createNode);
    case "length":
      return text(Object.keys(nodes).length);
    default:
      return EMPTY;
  }
}

function ofProjection(value: ProjectionValue, segment: PathSegment, reader: Reader): AttributeValue {
  if (isFunction(segment, "first")) return flatten(value)[0] ?? EMPTY;
  const found = value.values.map((each) => findProperty(each, segment, reader));
  return { kind: "projection", values: found.filter(isPresent) };
}

function ofVariables(variables: Variables, { kind, name }: PathSegment): AttributeValue {
  const shapes = kind === "property" ? variables.get(name) : undefined;
  return project([...(shapes ?? [])], (shape) => ({ kind: "shape", shape }));
}

function ofId(id: ShapeId, { kind, name }: PathSegment): AttributeValue {
  if (kind === "function") return name === "length" ? text(id.length) : EMPTY;
  if (name !== "namespace" && name !== "name" && name !== "member") return EMPTY;
  const part = splitShapeId(id)[name];
  return part === undefined ? EMPTY : text(part);
}

function ofService(service: ServiceShape, { kind, name }: PathSegment): AttributeValue {
  if (kind === "property" && name === "id") return { kind: "id", id: service.id };
  return kind === "property" && name === "version" ? text(service.version) : EMPTY;
}

function isFunction(segment: PathSegment, name: string): boolean {
  return segment.kind === "function" && segment.name === name;
}

function text(value: string | number): AttributeValue {
  return { kind: "text", text: String(value) };
}

function createNode(node: NodeValue): AttributeValue {
  return { kind: "node", node };
}

function project<Value>(values: readonly Value[], create: (value: Value) => AttributeValue): ProjectionValue {
  return { kind: "projection", values: values.map(create) };
}

/** Smithy's enum shapes stand for strings with `@enum`, and selectors see that trait (Smithy 2.0, "enum trait"). */
function enumTrait({ shape, member }: SelectableShape): NodeValue | undefined {
  if (shape.kind !== "enum" || member) return undefined;
  const known = ENUM_TRAITS.get(shape) ?? createEnumTrait(shape);
  ENUM_TRAITS.set(shape, known);
  return known;
}

const ENUM_TRAITS = new WeakMap<EnumShape, NodeValue>();

function createEnumTrait(shape: EnumShape): NodeValue {
  return shape.members.map((value) => {
    const doc = documentation(value);
    const tags = trait(value, "tags");
    return {
      name: value.name,
      value: enumValue(value),
      ...(doc === undefined ? {} : { documentation: doc }),
      ...(tags === undefined ? {} : { tags }),
      ...(hasTrait(value, "deprecated") ? { deprecated: true } : {}),
    };
  });
}
