import type { OpenApiContext } from "./openapi-context.js";

/**
 * Returns what parameters and headers are made with. In a document of XML, schemas of lists and maps are those of elements,
 * so that a list or map outside of a body is written in place.
 */
export function textContext(context: OpenApiContext): OpenApiContext {
  if (!context.xml) return context;
  const shapes = new Map([...context.shapes].filter(([, { kind }]) => kind !== "list" && kind !== "map"));
  return { ...context, xml: false, shapes };
}
