/** A JSON Schema 2020-12 object schema as plain data. */
export interface JsonSchema {
  readonly [keyword: string]: unknown;
}

/**
 * `wire`: values as the protocol's JSON has them (epoch seconds or strings for timestamps, base64 strings for blobs).
 * `sdk`: values as programs hold them; timestamps and blobs carry `x-shapelog-type` (`Date`, `Uint8Array`).
 */
export type SchemaForm = "wire" | "sdk";
