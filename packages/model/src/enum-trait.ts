import { isNodeArray, isNodeObject } from "./equal.js";
import { type EnumShape, type Member, type NodeValue, type Shape, UNIT } from "./shape.js";

const ENUM = "smithy.api#enum";

/**
 * Returns a string with the deprecated `@enum` trait as the enum that says the same (Smithy 1.0, "enum trait"); any other
 * shape as it is. A value without a name has the value itself as its name, which need not be an identifier.
 */
export function resolveEnum<T extends Shape>(shape: T): T | EnumShape {
  const { [ENUM]: definitions, ...traits } = shape.traits;
  if (shape.kind !== "string" || !isNodeArray(definitions)) return shape;
  const members = new Map(definitions.flatMap((definition) => readDefinition(definition)));
  if (members.size === 0) return shape;
  return { kind: "enum", id: shape.id, traits, members: [...members.values()] };
}

function readDefinition(definition: NodeValue): [value: string, member: Member][] {
  if (!isNodeObject(definition) || typeof definition.value !== "string") return [];
  const { value, name, documentation, tags, deprecated } = definition;
  const traits = {
    "smithy.api#enumValue": value,
    ...(documentation === undefined ? {} : { "smithy.api#documentation": documentation }),
    ...(tags === undefined ? {} : { "smithy.api#tags": tags }),
    ...(deprecated === true ? { "smithy.api#deprecated": {} } : {}),
  };
  return [[value, { name: typeof name === "string" ? name : value, target: UNIT, traits }]];
}
