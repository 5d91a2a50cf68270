import type { Diagnostic, Location } from "@shapelog/diagnostics";
import { jsonDiagnostics } from "./diagnostics.js";
import type { JsonSource } from "./json-source.js";
import { isJsonArray, isJsonObject, type JsonValue } from "./json-value.js";
import { MAX_DEPTH, visitJson } from "./visit-json.js";

/**
 * Returns whether values are nested deeper than {@link MAX_DEPTH}. `depth` is how deep the value stands itself. Every
 * value of every model passes here, so strings, by far the most frequent, take one comparison.
 */
export function isTooDeep(value: JsonValue, depth = 0): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (isJsonArray(value)) return depth >= MAX_DEPTH || value.some((child) => isChildTooDeep(child, depth));
  if (!isJsonObject(value)) return false;
  if (depth >= MAX_DEPTH) return true;
  for (const key in value) if (isChildTooDeep(value[key], depth)) return true;
  return false;
}

function isChildTooDeep(child: JsonValue | undefined, depth: number): boolean {
  return typeof child === "object" && isTooDeep(child, depth + 1);
}

/** Returns what there is to say about a text with a value that is too deep. */
export function explainTooDeep({ file, text }: JsonSource): Diagnostic {
  const offset = visitJson(text, {})?.offset;
  const location: Location = offset === undefined ? { file } : { file, offset };
  return jsonDiagnostics.create("too-deep", location, { limit: MAX_DEPTH });
}
