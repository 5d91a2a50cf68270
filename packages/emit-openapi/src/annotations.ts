import { documentationText } from "@shapelog/emit";
import {
  deprecated,
  documentation,
  externalDocumentation,
  type ShapeId,
  type Traited,
} from "@shapelog/model";
import type { JsonSchema } from "./json-schema.js";
import type { SchemaContext } from "./schema-context.js";

/** Returns the keywords that say something about a shape or member and check nothing. `further` ends the description. */
export function annotations(
  context: Pick<SchemaContext, "since">,
  of: Traited,
  id: ShapeId,
  further = "",
): JsonSchema {
  const doc = documentationText(documentation(of) ?? "");
  const deprecation = deprecated(of);
  const notes = [
    doc,
    deprecation?.message && `Deprecated: ${documentationText(deprecation.message)}`,
    further,
  ];
  const description = notes.filter(Boolean).join("\n\n");
  const since = context.since?.(id);
  return {
    ...(description === "" ? {} : { description }),
    ...(deprecation ? { deprecated: true } : {}),
    ...externalDocs(of),
    ...(since === undefined ? {} : { "x-shapelog-since": since }),
  };
}

/**
 * Returns `externalDocs` for `@externalDocumentation` (OpenAPI Specification 3.1.0, "External Documentation Object").
 * It has room for one address; where there are several, all of them are in `x-shapelog-external-documentation`.
 */
export function externalDocs(of: Traited): JsonSchema {
  const all = externalDocumentation(of);
  const [first] = all;
  if (!first) return {};
  return {
    externalDocs: { description: first.name, url: first.url },
    ...(all.length === 1
      ? {}
      : { "x-shapelog-external-documentation": Object.fromEntries(all.map(({ name, url }) => [name, url])) }),
  };
}

/** Returns the keyword that traces a schema to its shape: an extension in OpenAPI, else `$comment`. */
export function traceKeyword(context: Pick<SchemaContext, "refPrefix">, id: ShapeId): JsonSchema {
  return context.refPrefix.startsWith("#/components/") ? { "x-shapelog-shape": id } : { $comment: id };
}
