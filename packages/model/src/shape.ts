import type { NodeNumber } from "./numbers.js";

/** An absolute shape id: `namespace#Name`, or `namespace#Name$member` for a member (Smithy 2.0, "Shape ID"). */
export type ShapeId = string;

/** A trait's value, or any JSON value of a model (Smithy 2.0, "Node values"). Numbers keep their digits. */
export type NodeValue =
  | null
  | boolean
  | NodeNumber
  | string
  | readonly NodeValue[]
  | { readonly [key: string]: NodeValue };

/**
 * Traits by absolute trait id. Every key has a `#` in it, so no key meets a property of `Object.prototype`.
 * The order of keys means nothing.
 */
export interface Traits {
  readonly [traitId: string]: NodeValue;
}

/** A member of an aggregate shape, or a value of an enum. Order among members is part of the model. */
export interface Member {
  readonly name: string;
  readonly target: ShapeId;
  readonly traits: Traits;
}

interface ShapeBase {
  readonly id: ShapeId;
  readonly traits: Traits;
  /** Mixins as written, in order. Their members and traits are not copied into the shape. */
  readonly mixins?: readonly ShapeId[];
}

const SIMPLE_NUMBERS = [
  "byte",
  "short",
  "integer",
  "long",
  "float",
  "double",
  "bigInteger",
  "bigDecimal",
] as const;

/** The kinds of shapes that have neither members nor references. */
export const SIMPLE_KINDS = [
  "blob",
  "boolean",
  "string",
  ...SIMPLE_NUMBERS,
  "timestamp",
  "document",
] as const;

/** The kinds of shapes whose values are numbers. */
export const NUMBER_KINDS = [...SIMPLE_NUMBERS, "intEnum"] as const;

export interface SimpleShape extends ShapeBase {
  readonly kind: (typeof SIMPLE_KINDS)[number];
}

/** Members target `smithy.api#Unit`; each has `smithy.api#enumValue`, even where the value equals the name. */
export interface EnumShape extends ShapeBase {
  readonly kind: "enum";
  readonly members: readonly Member[];
}

export interface IntEnumShape extends ShapeBase {
  readonly kind: "intEnum";
  readonly members: readonly Member[];
}

/** Has one member, named `member`. */
export interface ListShape extends ShapeBase {
  readonly kind: "list";
  readonly members: readonly Member[];
}

/** Has two members, named `key` and `value`, in this order. */
export interface MapShape extends ShapeBase {
  readonly kind: "map";
  readonly members: readonly Member[];
}

export interface StructureShape extends ShapeBase {
  readonly kind: "structure";
  readonly members: readonly Member[];
}

export interface UnionShape extends ShapeBase {
  readonly kind: "union";
  readonly members: readonly Member[];
}

export interface OperationShape extends ShapeBase {
  readonly kind: "operation";
  /** `smithy.api#Unit` where the operation has none. */
  readonly input: ShapeId;
  /** `smithy.api#Unit` where the operation has none. */
  readonly output: ShapeId;
  readonly errors: readonly ShapeId[];
}

/** Lifecycle slots of a resource (Smithy 2.0, "Lifecycle operations"). */
export const LIFECYCLE_SLOTS = ["create", "put", "read", "update", "delete", "list"] as const;

/** A name bound to a shape: an identifier or a property of a resource. */
export interface Binding {
  readonly name: string;
  readonly target: ShapeId;
}

export interface ResourceShape extends ShapeBase {
  readonly kind: "resource";
  readonly identifiers: readonly Binding[];
  readonly properties: readonly Binding[];
  /** Only the slots that are bound. */
  readonly lifecycle: readonly LifecycleBinding[];
  readonly operations: readonly ShapeId[];
  readonly collectionOperations: readonly ShapeId[];
  readonly resources: readonly ShapeId[];
}

export interface LifecycleBinding {
  readonly name: (typeof LIFECYCLE_SLOTS)[number];
  readonly target: ShapeId;
}

/** A shape's other name within one service's closure. */
export interface Rename {
  readonly shape: ShapeId;
  readonly name: string;
}

export interface ServiceShape extends ShapeBase {
  readonly kind: "service";
  /** Empty where the service has none. */
  readonly version: string;
  readonly operations: readonly ShapeId[];
  readonly resources: readonly ShapeId[];
  readonly errors: readonly ShapeId[];
  readonly rename: readonly Rename[];
}

/** A shape with members: structures, unions, lists, maps and enums. */
export type AggregateShape = EnumShape | IntEnumShape | ListShape | MapShape | StructureShape | UnionShape;

export type Shape = SimpleShape | AggregateShape | OperationShape | ResourceShape | ServiceShape;

export type ShapeKind = Shape["kind"];

/** A Smithy semantic model. The order of shapes and of metadata keys means nothing. */
export interface Model {
  readonly shapes: ReadonlyMap<ShapeId, Shape>;
  readonly metadata: ReadonlyMap<string, NodeValue>;
}

/** The traits of a shape or member that has none. */
export const NO_TRAITS: Traits = Object.freeze({});

/** The target of enum members, and the input or output of operations without one. */
export const UNIT: ShapeId = "smithy.api#Unit";

/** Returns whether a shape has members. */
export function isAggregate(shape: Shape): shape is AggregateShape {
  return "members" in shape;
}

/** Returns whether a shape is a simple shape: no members, no references. */
export function isSimple(shape: Shape): shape is SimpleShape {
  return (SIMPLE_KINDS as readonly string[]).includes(shape.kind);
}

/** Throws: a value of a closed union was not handled. Calling it does not compile while a kind is forgotten. */
export function unreachable(value: never): never {
  throw new Error(`unreachable: ${JSON.stringify(value)}`);
}
