import { isBigNumber } from "./numbers.js";
import type { NodeValue } from "./shape.js";

/** Returns JSON text with the keys of every object sorted and no white space. Keys without a value are left out. */
export function canonicalJson(value: unknown): string {
  if (typeof value !== "object" || value === null || isSorted(value)) return JSON.stringify(value) ?? "null";
  if (isBigNumber(value)) return value.text;
  let text = "";
  if (Array.isArray(value)) {
    for (const entry of value) text += `${text === "" ? "" : ","}${canonicalJson(entry)}`;
    return `[${text}]`;
  }
  const object = value as Record<string, NodeValue | undefined>; // a plain object, by the lines above
  for (const key of Object.keys(object).sort()) {
    const entry = object[key];
    if (entry === undefined) continue;
    text += `${text === "" ? "" : ","}${JSON.stringify(key)}:${canonicalJson(entry)}`;
  }
  return `{${text}}`;
}

/** Returns whether all keys are sorted and all numbers doubles, as most are: then no text has to be put together. */
function isSorted(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return true;
  if (Array.isArray(value)) return value.every(isSorted);
  if (isBigNumber(value)) return false;
  let last = "";
  const object = value as Record<string, unknown>; // a plain object, by the lines above
  for (const key in object) {
    if (key < last || !isSorted(object[key])) return false;
    last = key;
  }
  return true;
}
