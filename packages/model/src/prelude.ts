import { NO_TRAITS, type Shape, type ShapeId, type SimpleShape } from "./shape.js";

const SIMPLE: readonly (readonly [name: string, kind: SimpleShape["kind"]])[] = [
  ["String", "string"],
  ["Blob", "blob"],
  ["BigInteger", "bigInteger"],
  ["BigDecimal", "bigDecimal"],
  ["Timestamp", "timestamp"],
  ["Document", "document"],
  ["Boolean", "boolean"],
  ["Byte", "byte"],
  ["Short", "short"],
  ["Integer", "integer"],
  ["Long", "long"],
  ["Float", "float"],
  ["Double", "double"],
];

const PRIMITIVE: readonly (readonly [name: string, kind: SimpleShape["kind"], zero: false | 0])[] = [
  ["PrimitiveBoolean", "boolean", false],
  ["PrimitiveByte", "byte", 0],
  ["PrimitiveShort", "short", 0],
  ["PrimitiveInteger", "integer", 0],
  ["PrimitiveLong", "long", 0],
  ["PrimitiveFloat", "float", 0],
  ["PrimitiveDouble", "double", 0],
];

/** The prelude's shapes that models target (Smithy 2.0, "Prelude"). Trait definitions are not among them. */
export const PRELUDE_SHAPES: ReadonlyMap<ShapeId, Shape> = new Map<ShapeId, Shape>([
  ...SIMPLE.map(([name, kind]): [ShapeId, Shape] => [
    `smithy.api#${name}`,
    { kind, id: `smithy.api#${name}`, traits: NO_TRAITS },
  ]),
  ...PRIMITIVE.map(([name, kind, zero]): [ShapeId, Shape] => [
    `smithy.api#${name}`,
    { kind, id: `smithy.api#${name}`, traits: { "smithy.api#default": zero } },
  ]),
  [
    "smithy.api#Unit",
    { kind: "structure", id: "smithy.api#Unit", traits: { "smithy.api#unitType": {} }, members: [] },
  ],
]);
