import { isBigNumber, isNodeNumber, type NodeNumber } from "@shapelog/model";

/** A JSON value as `JSON.parse` makes it, but that numbers keep their digits. */
export type JsonValue =
  | null
  | boolean
  | NodeNumber
  | string
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue };

/** Returns whether a JSON value is an object. */
export function isJsonObject(value: JsonValue | undefined): value is { readonly [key: string]: JsonValue } {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !isBigNumber(value);
}

/** Returns whether a JSON value is an array. `Array.isArray` alone does not narrow readonly arrays. */
export function isJsonArray(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value);
}

/** Returns the name of a JSON value's type, for messages. */
export function jsonType(value: JsonValue | undefined): string {
  if (value === undefined) return "nothing";
  if (value === null) return "null";
  if (isNodeNumber(value)) return "number";
  return Array.isArray(value) ? "array" : typeof value;
}
