import { documentationText } from "@shapelog/emit";
import { deprecated, documentation, type ShapeId, type Traited } from "@shapelog/model";
import type { JsonSchema } from "./json-schema.js";
import type { SchemaContext } from "./schema-context.js";

/** Returns the keywords that say something about a shape or member and check nothing. */
export function annotations(context: Pick<SchemaContext, "since">, of: Traited, id: ShapeId): JsonSchema {
  const doc = documentationText(documentation(of) ?? "");
  const deprecation = deprecated(of);
  const notes = [doc, deprecation?.message && `Deprecated: ${documentationText(deprecation.message)}`];
  const description = notes.filter(Boolean).join("\n\n");
  const since = context.since?.(id);
  return {
    ...(description === "" ? {} : { description }),
    ...(deprecation ? { deprecated: true } : {}),
    ...(since === undefined ? {} : { "x-shapelog-since": since }),
  };
}

/** Returns the keyword that traces a schema to its shape: an extension in OpenAPI, else `$comment`. */
export function traceKeyword(context: Pick<SchemaContext, "refPrefix">, id: ShapeId): JsonSchema {
  return context.refPrefix.startsWith("#/components/") ? { "x-shapelog-shape": id } : { $comment: id };
}
