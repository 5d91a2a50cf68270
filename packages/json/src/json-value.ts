import { isNodeArray, isNodeNumber, isNodeObject, type NodeValue } from "@shapelog/model";

/** A JSON value as `JSON.parse` makes it, but that numbers keep their digits: what models are made of. */
export type JsonValue = NodeValue;

/** Whether a JSON value is an object, and whether it is an array. */
export { isNodeArray as isJsonArray, isNodeObject as isJsonObject };

/** Returns the name of a JSON value's type, for messages. */
export function jsonType(value: JsonValue | undefined): string {
  if (value === undefined) return "nothing";
  if (value === null) return "null";
  if (isNodeNumber(value)) return "number";
  return isNodeArray(value) ? "array" : typeof value;
}
