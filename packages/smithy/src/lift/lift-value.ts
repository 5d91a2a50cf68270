import {
  compareCodeUnits,
  isIdentifier,
  isNodeArray,
  isNodeNumber,
  type NodeValue,
  printNumber,
} from "@shapelog/model";
import type { EntryNode, IdNode, KeyNode, ObjectNode, ValueNode } from "../idl/syntax.js";

/** The place of nodes that stand in no text. */
export const NOWHERE = { start: 0, end: 0 } as const;

/** Returns how a node value is written, the keys of objects sorted. */
export function liftValue(value: NodeValue): ValueNode {
  if (value === null) return { kind: "null", ...NOWHERE };
  if (typeof value === "boolean") return { kind: "boolean", ...NOWHERE, value };
  if (isNodeNumber(value)) return { kind: "number", ...NOWHERE, value, raw: printNumber(value) };
  if (typeof value === "string") return { kind: "string", ...NOWHERE, value };
  if (isNodeArray(value)) return { kind: "array", ...NOWHERE, elements: value.map(liftValue) };
  const entries = Object.entries(value).sort(([a], [b]) => compareCodeUnits(a, b));
  return liftObject(entries.map(([key, child]) => [key, liftValue(child)]));
}

/** Returns an object of entries in the given order. */
export function liftObject(entries: readonly (readonly [key: string, value: ValueNode])[]): ObjectNode {
  const nodes = entries.map(
    ([key, value]): EntryNode => ({ kind: "entry", ...NOWHERE, key: liftKey(key), value }),
  );
  return { kind: "object", ...NOWHERE, entries: nodes };
}

/** Returns a key: a name where it can be one, else a string. */
export function liftKey(name: string): KeyNode {
  return { ...NOWHERE, name, quoted: !isIdentifier(name) };
}

/** Returns an id as it is written. */
export function liftId(id: string): IdNode {
  return { kind: "id", ...NOWHERE, id };
}
