import type { Diagnostic } from "@shapelog/diagnostics";
import { jsonDiagnostics } from "./diagnostics.js";
import { findInexactNumber } from "./find-inexact-number.js";
import { isJsonArray, type JsonValue } from "./json-value.js";
import { MAX_DEPTH, visitJson } from "./visit-json.js";

/** What a look at a value found, from good to bad: so the worse of two is their maximum. */
export type Inspection = 0 | 1 | 2;

/** Nothing to say. */
export const PLAIN: Inspection = 0;
/** A number that may have lost digits. */
export const LARGE_NUMBER: Inspection = 1;
/** Nesting deeper than {@link MAX_DEPTH}. */
export const TOO_DEEP: Inspection = 2;

/**
 * Finds out in one pass over the values whether their text needs a closer look. `depth` is how deep the value stands
 * itself. Every value of every model passes here, so strings, by far the most frequent, take one comparison.
 */
export function inspectJson(value: JsonValue, depth = 0): Inspection {
  if (typeof value === "number") return isLarge(value) ? LARGE_NUMBER : PLAIN;
  if (typeof value !== "object" || value === null) return PLAIN;
  if (depth >= MAX_DEPTH) return TOO_DEEP;
  return isJsonArray(value) ? inspectArray(value, depth) : inspectObject(value, depth);
}

/** Returns what there is to say about a text after {@link inspectJson} of its values: at most one diagnostic. */
export function explainInspection(
  { file, text }: { readonly file: string; readonly text: string },
  inspection: Inspection,
): Diagnostic[] {
  if (inspection === PLAIN) return [];
  if (inspection === TOO_DEEP) {
    const offset = visitJson(text, {})?.offset;
    const location = offset === undefined ? { file } : { file, offset };
    return [jsonDiagnostics.create("too-deep", location, { limit: MAX_DEPTH })];
  }
  const found = findInexactNumber(text);
  return found ? [jsonDiagnostics.create("inexact-number", { file, offset: found.offset }, found)] : [];
}

function inspectArray(array: readonly JsonValue[], depth: number): Inspection {
  let found = PLAIN;
  for (const child of array) {
    if (typeof child === "string") continue;
    const inner = inspectJson(child, depth + 1);
    if (inner > found) found = inner;
  }
  return found;
}

function inspectObject(object: { readonly [key: string]: JsonValue }, depth: number): Inspection {
  let found = PLAIN;
  for (const key in object) {
    const child = object[key];
    if (typeof child === "string" || child === undefined) continue;
    const inner = inspectJson(child, depth + 1);
    if (inner > found) found = inner;
  }
  return found;
}

function isLarge(value: number): boolean {
  return value > Number.MAX_SAFE_INTEGER || value < Number.MIN_SAFE_INTEGER;
}
