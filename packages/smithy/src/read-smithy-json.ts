import type { ReadResult, SourceText } from "@shapelog/model";
import { assemble } from "./load/assemble.js";
import { readJsonPart } from "./read-json-part.js";

export interface ReadSmithyJsonOptions {
  /** Whether to report keys given twice in one object; costs a second pass over the text. Default: false. */
  readonly duplicates?: boolean;
  /** Whether to report targets that are not in the file; switch it off for one file of several. Default: true. */
  readonly references?: boolean;
}

/** Returns whether a parsed JSON value looks like a Smithy JSON AST model. */
export function isSmithyJson(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  if ("smithy" in value && typeof value.smithy === "string") return true;
  if (!("shapes" in value) || typeof value.shapes !== "object" || value.shapes === null) return false;
  for (const id in value.shapes) return id.includes("#");
  return false;
}

/**
 * Reads a model in the Smithy JSON AST (Smithy 2.0, "JSON AST"). Models of version 1.0 are upgraded: `set` becomes a
 * list with `@uniqueItems`, implicit defaults become `@default`. Strings with the deprecated `@enum` trait become enum
 * shapes, in either version, where all values can have names. Nothing is thrown: what is wrong is reported with its
 * JSON Pointer, and reading goes on.
 *
 * @example
 * const { model, diagnostics } = readSmithyJson({ file: "model.json", text });
 */
export function readSmithyJson(source: SourceText, options: ReadSmithyJsonOptions = {}): ReadResult {
  return assemble([readJsonPart(source, options)], options);
}
