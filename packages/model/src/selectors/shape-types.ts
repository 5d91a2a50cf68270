import { NUMBER_KINDS, type ShapeKind, SIMPLE_KINDS } from "../shape.js";

/** What a shape is to a selector: its kind, or a member. */
export type SelectableType = ShapeKind | "member";

const TYPES = [
  ...SIMPLE_KINDS,
  "enum",
  "intEnum",
  "list",
  "map",
  "structure",
  "union",
  "member",
  "operation",
  "resource",
  "service",
] as const satisfies readonly SelectableType[];

const BITS: ReadonlyMap<SelectableType, number> = new Map(TYPES.map((type, index) => [type, 1 << index]));

const SIMPLE = maskOf(...SIMPLE_KINDS, "enum", "intEnum");
const AGGREGATE = maskOf("list", "map", "structure", "union");

/** Names of types and what they take in, besides the type of that very name (Smithy 2.0, "Matching shapes by type"). */
const NAMED = {
  string: maskOf("string", "enum"),
  integer: maskOf("integer", "intEnum"),
  set: maskOf("list"),
  collection: maskOf("list"),
  number: maskOf(...NUMBER_KINDS),
  simpleType: SIMPLE,
  aggregateType: AGGREGATE,
  dataType: SIMPLE | AGGREGATE,
  serviceType: maskOf("operation", "resource", "service"),
} as const;

/** A word that matches shapes by type. */
export type ShapeTypeName = SelectableType | keyof typeof NAMED;

/** Each word that matches shapes by type, with the bits of the types it takes in. */
export const SHAPE_TYPES: ReadonlyMap<string, { readonly type: ShapeTypeName; readonly mask: number }> =
  new Map([...TYPES, ...keysOf(NAMED)].map((type) => [type, { type, mask: shapeTypeMask(type) }]));

/** Returns the bit of a type; a type test is one `&`. */
export function typeBit(type: SelectableType): number {
  return BITS.get(type) ?? 0;
}

/** Returns the bits of all types that a word takes in. */
export function shapeTypeMask(name: ShapeTypeName): number {
  return isNamed(name) ? NAMED[name] : typeBit(name);
}

function isNamed(name: ShapeTypeName): name is keyof typeof NAMED {
  return Object.hasOwn(NAMED, name);
}

function keysOf<Key extends string>(table: Readonly<Record<Key, unknown>>): readonly Key[] {
  return Object.keys(table) as Key[]; // the keys of a literal
}

function maskOf(...types: readonly SelectableType[]): number {
  return types.reduce((mask, type) => mask | typeBit(type), 0);
}
