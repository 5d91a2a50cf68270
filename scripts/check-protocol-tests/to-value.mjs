import { NumericValue } from "@smithy/core/serde";
import {
  findShape,
  isNodeArray,
  isNodeObject,
  printNumber,
  resolveMixins,
} from "../../packages/model/dist/index.js";

/**
 * Returns what a test says of a value as programs hold it: times as `Date`, blobs as bytes, numbers that JSON does not
 * have as numbers. It follows the model, not the schemas that are tested.
 * @param {import("@shapelog/model").Model} model
 * @param {string} id
 * @param {any} node
 * @returns {any}
 */
export function toValue(model, id, node) {
  const found = findShape(model, id);
  if (node === null || !found) return node;
  const shape = resolveMixins(model, found);
  switch (shape.kind) {
    case "timestamp":
      return new Date(Number(plain(node)) * 1000);
    case "blob":
      return new TextEncoder().encode(node);
    case "float":
    case "double":
      return Number(plain(node));
    case "long":
      return toLong(plain(node));
    case "bigInteger":
      return BigInt(plain(node));
    case "bigDecimal":
      return new NumericValue(String(plain(node)), "bigDecimal");
    case "list":
      return node.map((/** @type {any} */ item) => toValue(model, targetOf(shape, "member"), item));
    case "map":
      return mapEntries(node, (_, value) => toValue(model, targetOf(shape, "value"), value));
    case "structure":
    case "union":
      return mapEntries(node, (name, value) => toValue(model, targetOf(shape, name), value));
    default:
      return toPlain(node);
  }
}

/**
 * @param {any} node
 * @returns {any}
 */
function toPlain(node) {
  if (isNodeArray(node)) return node.map(toPlain);
  if (isNodeObject(node)) return mapEntries(node, (_, value) => toPlain(value));
  return plain(node);
}

/** Numbers that no double stands for have their digits. @param {any} node */
function plain(node) {
  return typeof node === "object" && node !== null && "text" in node ? printNumber(node) : node;
}

/** @param {string | number} value */
function toLong(value) {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : BigInt(value);
}

/**
 * @param {import("@shapelog/model").Shape} shape
 * @param {string} name
 */
function targetOf(shape, name) {
  const member = "members" in shape ? shape.members.find((each) => each.name === name) : undefined;
  return member?.target ?? "smithy.api#Document";
}

/**
 * @param {Readonly<Record<string, any>>} object
 * @param {(name: string, value: any) => any} change
 */
function mapEntries(object, change) {
  return Object.fromEntries(Object.entries(object).map(([name, value]) => [name, change(name, value)]));
}

/**
 * Returns a value that programs hold as one to compare: without what is undefined, times and bytes as texts.
 * @param {any} value
 * @returns {any}
 */
export function toComparable(value) {
  if (value instanceof Date) return { time: value.getTime() };
  if (value instanceof Uint8Array) return { bytes: Buffer.from(value).toString("base64") };
  if (value instanceof NumericValue) return { decimal: value.string };
  if (value instanceof String) return String(value);
  if (typeof value === "bigint") return { integer: String(value) };
  if (typeof value === "number") return Number.isFinite(value) ? value : { number: String(value) };
  if (Array.isArray(value)) return value.map(toComparable);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([, each]) => each !== undefined);
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, each]) => [name, toComparable(each)]),
  );
}
