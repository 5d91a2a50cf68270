import { createFileNames, createNames, type EmitResult } from "@shapelog/emit";
import { type Model, type ShapeId, splitShapeId } from "@shapelog/model";
import { createSchemas } from "./create-schemas.js";
import type { EmitSchemasOptions } from "./emit-openapi.js";
import type { JsonSchema } from "./json-schema.js";

const DIALECT = "https://json-schema.org/draft/2020-12/schema";
const REF_PREFIX = "#/$defs/";

/**
 * Emits `schema/<Name>.json` for each data shape of a service, in wire form (JSON Schema 2020-12). Each file holds all
 * the shapes it reaches, in `$defs`, and no others.
 */
export function emitJsonSchema(model: Model, options: EmitSchemasOptions): EmitResult {
  const names = options.names ?? createNames(model, { service: options.service });
  const { schemas, diagnostics } = createSchemas(model, {
    ...options,
    names,
    form: "wire",
    refPrefix: REF_PREFIX,
  });
  const ids = new Map([...names.all].map(([id, name]) => [name, id]));
  const fileNames = createFileNames(schemas.keys());
  const references = new Map([...schemas].map(([name, schema]) => [name, findReferences(schema)]));
  const files = [...schemas].map(([name, schema]) => {
    const document = { $schema: DIALECT, $id: schemaId(ids.get(name) ?? "", name), ...root(name, schema) };
    return { path: `schema/${fileNames.get(name)}.json`, text: `${JSON.stringify(document, null, 2)}\n` };
  });
  return { files, diagnostics };

  function root(name: string, schema: JsonSchema): JsonSchema {
    const reached = new Set(references.get(name));
    for (const reference of reached)
      for (const further of references.get(reference) ?? []) reached.add(further);
    const $defs = Object.fromEntries([...schemas].filter(([other]) => reached.has(other)));
    const own = reached.has(name) ? { $ref: `${REF_PREFIX}${name}` } : schema;
    return reached.size === 0 ? own : { ...own, $defs };
  }
}

/** The URN of a shape's schema (RFC 8141); it names, and leads nowhere. */
function schemaId(id: ShapeId, name: string): string {
  const namespace = splitShapeId(id).namespace.replace(/[^\w.-]/g, "_") || "_";
  return `urn:shapelog:${namespace}:${name}`;
}

/** Returns the names of the schemas a schema points at. */
function findReferences(value: unknown, found: Set<string> = new Set()): ReadonlySet<string> {
  if (Array.isArray(value)) for (const item of value) findReferences(item, found);
  else if (typeof value === "object" && value !== null) {
    for (const [keyword, inner] of Object.entries(value)) {
      if (keyword !== "$ref") findReferences(inner, found);
      else if (typeof inner === "string") found.add(inner.slice(REF_PREFIX.length));
      else findReferences(inner, found); // a property of that name
    }
  }
  return found;
}
