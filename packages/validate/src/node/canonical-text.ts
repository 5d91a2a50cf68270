import { isNodeObject, type NodeValue } from "@shapelog/model";

/** Returns a text that two values share only where they are equal: the order of keys means nothing. */
export function canonicalText(value: NodeValue): string {
  return JSON.stringify(value, (_, part: NodeValue) =>
    isNodeObject(part) ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))) : part,
  );
}
