import type { Diagnostic } from "@shapelog/diagnostics";
import type { OperationShape, StructureShape } from "@shapelog/model";
import type { JsonSchema } from "./json-schema.js";
import type { HttpForm } from "./protocol.js";
import type { SchemaContext } from "./schema-context.js";

/** An object of an OpenAPI document. */
export interface OpenApiObject {
  readonly [field: string]: unknown;
}

/** What every part of an OpenAPI document is made with. */
export interface OpenApiContext extends SchemaContext {
  readonly protocol: HttpForm;
  report(diagnostic: Diagnostic): void;
}

/** One operation of a document: where it stands and what it is. */
export interface BoundOperation {
  /** The path with templates: `/buckets/{Bucket}`. */
  readonly path: string;
  /** What follows `#` to keep operations of one path and method apart. */
  readonly fragment: string;
  readonly method: string;
  readonly parameters: readonly Parameter[];
  readonly success: number;
}

export interface Parameter extends OpenApiObject {
  readonly name: string;
  readonly in: "path" | "query" | "header";
  readonly schema: JsonSchema;
}

/** Returns a structure the context has a schema of, or `undefined`: `smithy.api#Unit` and broken references. */
export function findStructure(
  context: SchemaContext,
  id: OperationShape["input"],
): StructureShape | undefined {
  const shape = context.shapes.get(id);
  return shape?.kind === "structure" ? shape : undefined;
}
