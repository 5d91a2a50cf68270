import {
  isNodeArray,
  isNodeNumber,
  isNodeObject,
  type Member,
  type NodeValue,
  type Shape,
  type ShapeId,
} from "@shapelog/model";
import type { ValidationContext } from "../context.js";

/** What is known of a value before there is one. Entries are asked for, as shapes may contain themselves. */
export type ValueType =
  | { readonly kind: "any" | "null" | "boolean" | "number" | "string" | "expression" }
  | { readonly kind: "array"; entry(): ValueType }
  | {
      readonly kind: "object";
      /** The names of the fields; none where there can be any. */
      readonly names: readonly string[];
      /** Returns the type of a field, or `undefined` where there is none. */
      field(name: string): ValueType | undefined;
      /** Returns the types of all fields. */
      fields(): readonly ValueType[];
    };

export const ANY: ValueType = { kind: "any" };
export const NULL: ValueType = { kind: "null" };
export const BOOLEAN: ValueType = { kind: "boolean" };
export const NUMBER: ValueType = { kind: "number" };
export const STRING: ValueType = { kind: "string" };
export const REFERENCE: ValueType = { kind: "expression" };
export const ANY_ARRAY: ValueType = { kind: "array", entry: () => ANY };
export const ANY_OBJECT: ValueType = { kind: "object", names: [], field: () => ANY, fields: () => [ANY] };

/** Returns the type of an array. */
export function arrayOf(entry: ValueType): ValueType {
  return entry === ANY ? ANY_ARRAY : { kind: "array", entry: () => entry };
}

/** Returns the type of an object with known fields. */
export function objectOf(fields: ReadonlyMap<string, () => ValueType>): ValueType {
  return {
    kind: "object",
    names: [...fields.keys()],
    field: (name) => fields.get(name)?.(),
    fields: () => [...fields.values()].map((field) => field()),
  };
}

/** Returns what is common to some types. */
export function joinTypes(types: Iterable<ValueType>): ValueType {
  let joined: ValueType | undefined;
  for (const type of types) {
    if (joined === undefined || joined === type) joined = type;
    else if (joined.kind !== type.kind) return ANY;
    else if (type.kind === "array") joined = ANY_ARRAY;
    else if (type.kind === "object") joined = ANY_OBJECT;
  }
  return joined ?? ANY;
}

/** Returns the type of a literal. Looks no deeper than it is asked. */
export function typeOfValue(value: NodeValue): ValueType {
  if (value === null) return NULL;
  if (isNodeArray(value)) return { kind: "array", entry: () => joinTypes(value.map(typeOfValue)) };
  if (isNodeObject(value)) {
    return objectOf(new Map(Object.entries(value).map(([name, field]) => [name, () => typeOfValue(field)])));
  }
  return typeof value === "string" ? STRING : isNodeNumber(value) ? NUMBER : BOOLEAN;
}

/** Returns the type of a shape's values as JMESPath sees them; the same object each time. */
export function typeOfShape(context: ValidationContext, id: ShapeId): ValueType {
  const known = context.know(createTypes);
  const shape = context.shape(id);
  const type = known.get(id) ?? (shape ? createType(context, shape) : ANY);
  known.set(id, type);
  return type;
}

function createTypes(): Map<ShapeId, ValueType> {
  return new Map();
}

function createType(context: ValidationContext, shape: Shape): ValueType {
  const target = ({ target: id }: Member) => typeOfShape(context, id);
  switch (shape.kind) {
    case "blob":
    case "string":
    case "enum":
      return STRING;
    case "boolean":
      return BOOLEAN;
    case "document":
    case "operation":
    case "resource":
    case "service":
      return ANY;
    case "list": {
      const [member] = shape.members;
      return { kind: "array", entry: () => (member ? target(member) : ANY) };
    }
    case "map": {
      const value = shape.members.find(({ name }) => name === "value");
      const type = () => (value ? target(value) : ANY);
      return { kind: "object", names: [], field: type, fields: () => [type()] };
    }
    case "structure":
    case "union":
      return objectOf(new Map(shape.members.map((member) => [member.name, () => target(member)])));
    default:
      return NUMBER; // all that is left are numbers, and timestamps, which are numbers here
  }
}
