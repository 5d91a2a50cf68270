import { hasTrait, type Member, type Shape, type ShapeId, type Traited } from "@shapelog/model";
import { openApiDiagnostics } from "./diagnostics.js";
import type { JsonSchema } from "./json-schema.js";
import type { SchemaContext } from "./schema-context.js";
import { elementName, xmlNamespace } from "./xml-schema.js";

const EXTENSION = "x-shapelog-xml-namespace";

/**
 * Returns the extension for a namespace that is declared with a prefix and that no attribute of the element has: OpenAPI's
 * prefix would be the element's own (OpenAPI Specification 3.1.0, "XML Object"). It is reported at its place.
 */
export function unsaidNamespace(
  context: SchemaContext,
  of: Traited,
  { id, element }: { readonly id: ShapeId; readonly element: Shape | undefined },
): JsonSchema {
  const namespace = context.xml ? xmlNamespace(of) : undefined;
  if (namespace?.prefix === undefined || isAttributePrefix(element, namespace.prefix)) return {};
  const location = context.locate?.(id, "smithy.api#xmlNamespace") ?? context.locate?.(id);
  const data = { shape: id, trait: "smithy.api#xmlNamespace", extension: EXTENSION };
  context.report(openApiDiagnostics.create("not-expressed", location, data));
  return { [EXTENSION]: namespace };
}

function isAttributePrefix(element: Shape | undefined, prefix: string): boolean {
  const members: readonly Member[] = element && "members" in element ? element.members : [];
  return members.some(
    (member) => hasTrait(member, "xmlAttribute") && elementName(member).startsWith(`${prefix}:`),
  );
}
