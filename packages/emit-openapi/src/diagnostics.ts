import { defineCatalog } from "@shapelog/diagnostics";
import type { ShapeId } from "@shapelog/model";

/** Diagnostics of what OpenAPI cannot express. */
export const openApiDiagnostics = defineCatalog("openapi", {
  "no-http-binding": {
    severity: "warning",
    message: (d: { operation: ShapeId }) =>
      `${d.operation} is left out of the OpenAPI document: its protocol needs @http, which it does not have.`,
  },
  "unknown-method": {
    severity: "warning",
    message: (d: { operation: ShapeId; method: string }) =>
      `${d.operation} is left out of the OpenAPI document: OpenAPI has no method ${JSON.stringify(d.method)}.`,
  },
  "not-expressed": {
    severity: "note",
    message: (d: { shape: ShapeId; trait: ShapeId; extension: string }) =>
      `OpenAPI has no words for @${d.trait.replace("smithy.api#", "")} of ${d.shape}; the document has it as ${d.extension}.`,
  },
  "schemas-too-large": {
    severity: "error",
    exit: "usage",
    message: (d: { service: ShapeId; shape: ShapeId; reached: number; limit: number }) =>
      `The JSON Schema files of ${d.service} have more than ${d.limit} characters, since each holds all that its shape ` +
      `reaches: at ${d.shape}, which reaches ${d.reached} shapes, the limit was met.`,
  },
});
