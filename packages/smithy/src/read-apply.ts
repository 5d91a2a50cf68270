import { isJsonObject, type JsonValue } from "@shapelog/json";
import type { ShapeId } from "@shapelog/model";
import { smithyDiagnostics } from "./diagnostics.js";
import type { Apply } from "./load/model-part.js";
import { readTraits } from "./read-traits.js";
import { placeOf, type Reading } from "./reading.js";

/** Returns whether an entry of `shapes` is an `apply`. */
export function isApply(raw: JsonValue | undefined): boolean {
  return isJsonObject(raw) && raw.type === "apply";
}

/** Reads an entry of `shapes` with the type `apply` (Smithy 2.0, "AST apply type"). */
export function readApply(
  reading: Reading,
  target: ShapeId,
  raw: { readonly [key: string]: JsonValue },
): Apply {
  const path = ["shapes", target];
  const fields = Object.keys(raw).filter((field) => field !== "type" && field !== "traits");
  if (fields.length > 0) {
    const data = { id: target, fields };
    reading.diagnostics.push(smithyDiagnostics.create("unknown-field", placeOf(reading, path), data));
  }
  const traits = readTraits(reading, raw.traits, { id: () => target, path: () => path });
  const place = (trait?: ShapeId) =>
    placeOf(reading, trait === undefined ? path : [...path, "traits", trait]);
  return { target, traits, place };
}
