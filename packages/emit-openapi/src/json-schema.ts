/** A JSON Schema 2020-12 object schema as plain data. */
export interface JsonSchema {
  readonly [keyword: string]: unknown;
}

/**
 * `wire`: values as the protocol's JSON has them (epoch seconds or strings for timestamps, base64 strings for blobs).
 * `sdk`: values as programs hold them; what JSON has no type for carries `x-shapelog-type`, a `ProgramType`.
 */
export type SchemaForm = "wire" | "sdk";

/**
 * The types that programs hold and JSON does not have: of JavaScript (`Date`, `Uint8Array`, `bigint`, and
 * `AsyncIterable` of what `items` says), of `@shapelog/runtime` (`NumericValue`, and `LazyJsonString`, in whose place a
 * string may stand), and of `@smithy/types` (`StreamingBlobTypes`).
 */
export type ProgramType =
  | "AsyncIterable"
  | "Date"
  | "LazyJsonString"
  | "NumericValue"
  | "StreamingBlobTypes"
  | "Uint8Array"
  | "bigint";

/** Returns the schema of a type that JSON does not have. */
export function programType(type: ProgramType, keywords: JsonSchema = {}): JsonSchema {
  return { "x-shapelog-type": type, ...keywords };
}
