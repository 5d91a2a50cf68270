import type { JsonSchema } from "@shapelog/emit-openapi";

/** The marker of a schema that stands for a named type of TypeScript: a `ProgramType`, or `DocumentType`. */
export const TYPE_MARKER = "x-shapelog-type";

/** The type of any JSON value. A schema that says nothing is a document's. */
export const DOCUMENT_TYPE = "DocumentType";

/**
 * What property names start with in outlines. The OpenAPI linter below openapi-typescript looks names up in plain
 * objects and fails at a property that is called `valueOf`, so it is not shown such names.
 */
const NAME_PREFIX = ".";

/** Returns the name of the property that an outline's property stands for. */
export function readPropertyName(outlined: string): string {
  return outlined.slice(NAME_PREFIX.length);
}

/**
 * Returns the parts of a schema that decide its type. Documentation, limits and patterns are left out: they would
 * come back as comments, and a document of outlines is a fraction of the size.
 */
export function outlineSchema(schema: unknown): JsonSchema {
  if (!isObject(schema)) return markType(DOCUMENT_TYPE);
  if (typeof schema.$ref === "string") return { $ref: schema.$ref };
  if (typeof schema[TYPE_MARKER] === "string") {
    const items = isObject(schema.items) ? { items: outlineSchema(schema.items) } : {};
    return { ...markType(schema[TYPE_MARKER]), ...items };
  }
  const outline: Record<string, unknown> = {};
  for (const keyword of ["type", "enum", "const"]) {
    if (schema[keyword] !== undefined) outline[keyword] = schema[keyword];
  }
  for (const keyword of ["items", "additionalProperties"]) {
    // What is left beside named properties would make an intersection; a signature stands for it.
    if (keyword === "additionalProperties" && isObject(schema.properties)) continue;
    if (isObject(schema[keyword])) outline[keyword] = outlineSchema(schema[keyword]);
  }
  for (const keyword of ["anyOf", "oneOf", "allOf"]) {
    const branches = schema[keyword];
    if (Array.isArray(branches)) outline[keyword] = branches.map(outlineSchema);
  }
  if (Array.isArray(schema.required))
    outline.required = schema.required.map((name) => `${NAME_PREFIX}${name}`);
  if (isObject(schema.properties)) {
    const properties = Object.entries(schema.properties).map(([name, property]) => [
      `${NAME_PREFIX}${name}`,
      outlineSchema(property),
    ]);
    outline.properties = Object.fromEntries(properties);
  }
  return Object.keys(outline).length === 0 ? markType(DOCUMENT_TYPE) : outline;
}

/** Without a `type`, openapi-typescript does not ask what a schema is to become. */
function markType(name: string): JsonSchema {
  return { type: "object", [TYPE_MARKER]: name };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
