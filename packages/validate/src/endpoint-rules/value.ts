import { isNodeArray, isNodeNumber, type NodeValue, nearestDouble } from "@shapelog/model";

/** What an expression evaluates to; `undefined` where it is unset. */
export type Value = string | boolean | number | readonly Value[] | ReadonlyMap<string, Value> | undefined;

/** Returns a node value as the rules see it. */
export function toValue(node: NodeValue): Value {
  if (node === null) return undefined;
  if (isNodeNumber(node)) return nearestDouble(node);
  if (typeof node !== "object") return node;
  if (isNodeArray(node)) return node.map(toValue);
  return new Map(Object.entries(node).map(([key, each]) => [key, toValue(each)]));
}

/** Returns whether a value is a record. */
export function isRecord(value: Value): value is ReadonlyMap<string, Value> {
  return value instanceof Map;
}

/** Returns whether a value is a list. `Array.isArray` alone does not narrow readonly arrays. */
export function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

/** Returns whether two values are the same. */
export function equalValues(a: Value, b: Value): boolean {
  if (a === b) return true;
  if (isList(a)) {
    return isList(b) && a.length === b.length && a.every((each, index) => equalValues(each, b[index]));
  }
  if (!isRecord(a) || !isRecord(b) || a.size !== b.size) return false;
  return [...a].every(([key, value]) => b.has(key) && equalValues(value, b.get(key)));
}

const SHOWN = 120;

/** Returns a value as messages show it, cut where it is long. */
export function describeRuleValue(value: Value): string {
  if (value === undefined) return "nothing, as it is unset";
  const text = JSON.stringify(value, (_, each: unknown) =>
    each instanceof Map ? Object.fromEntries(each) : each,
  );
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}
