import {
  createFileNames,
  createNames,
  type EmitResult,
  type EmittedFile,
  findPieces,
  namePieces,
} from "@shapelog/emit";
import { type Model, printJson, type ShapeId, splitShapeId } from "@shapelog/model";
import { createSchemas } from "./create-schemas.js";
import { openApiDiagnostics } from "./diagnostics.js";
import type { EmitSchemasOptions } from "./emit-openapi.js";
import { findReferences } from "./find-references.js";
import type { JsonSchema } from "./json-schema.js";
import { strictSchema } from "./strict-schema.js";

const DIALECT = "https://json-schema.org/draft/2020-12/schema";
const REF_PREFIX = "#/$defs/";

/**
 * How many characters all files may have together. Each file repeats what its shape reaches, so they grow with the
 * square of a model whose shapes reach each other; those of AWS services have 30 million at most.
 */
const LIMIT = 100_000_000;

/** One shape's schema as it is written. */
interface WrittenSchema {
  /** Its fields, each line indented by two spaces. */
  readonly fields: string;
  /** Its entry in `$defs`. */
  readonly definition: string;
  /** The names of the schemas it points at. */
  readonly references: ReadonlySet<string>;
}

/**
 * Emits `schema/<Name>.json` for each data shape of a service whose bodies are JSON, and for each piece of its requests
 * and responses (JSON Schema 2020-12, and no keyword or format beyond). Each file holds all the shapes it reaches, in `$defs`, and no others. Where the files would have more than 100 million characters
 * together there are none, and `openapi/schemas-too-large` says so.
 */
export function emitJsonSchema(model: Model, options: EmitSchemasOptions): EmitResult {
  const { service } = options;
  const names = namePieces(options.names ?? createNames(model, { service }), findPieces(model, service));
  const { schemas, diagnostics } = createSchemas(model, {
    ...options,
    names,
    form: "wire",
    scope: "wire",
    refPrefix: REF_PREFIX,
  });
  const ids = new Map([...names.all].map(([id, name]) => [name, id]));
  const fileNames = createFileNames(schemas.keys());
  const written = new Map(
    [...schemas].map(([name, schema]) => [name, writeSchema(name, strictSchema(schema))]),
  );
  const ranks = new Map([...schemas.keys()].map((name, rank) => [name, rank]));
  const files: EmittedFile[] = [];
  let left = LIMIT;
  for (const name of schemas.keys()) {
    const id = ids.get(name) ?? "";
    const reached = findReached(written, name).sort((a, b) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0));
    const text = printFile({ written, name, id: schemaId(id, name), reached });
    left -= text.length;
    if (left < 0) {
      const data = { service: options.service.id, shape: id, reached: reached.length, limit: LIMIT };
      const tooLarge = openApiDiagnostics.create("schemas-too-large", undefined, data);
      return { files: [], diagnostics: [...diagnostics, tooLarge] };
    }
    files.push({ path: `schema/${fileNames.get(name)}.json`, text });
  }
  return { files, diagnostics };
}

function writeSchema(name: string, schema: JsonSchema): WrittenSchema {
  const text = printJson(schema, 2);
  return {
    fields: text.slice("{\n".length, -"\n}".length),
    definition: `    ${JSON.stringify(name)}: ${text.replaceAll("\n", "\n    ")}`,
    references: findReferences(schema, REF_PREFIX),
  };
}

function findReached(written: ReadonlyMap<string, WrittenSchema>, name: string): string[] {
  const reached = new Set(written.get(name)?.references);
  for (const reference of reached)
    for (const further of written.get(reference)?.references ?? []) reached.add(further);
  return [...reached].filter((other) => written.has(other));
}

interface PrintFileOptions {
  readonly written: ReadonlyMap<string, WrittenSchema>;
  readonly name: string;
  readonly id: string;
  /** What the schema reaches, in the order it is printed. */
  readonly reached: readonly string[];
}

/** Prints what `JSON.stringify` would print with an indent of two, without printing a schema again for each file. */
function printFile({ written, name, id, reached }: PrintFileOptions): string {
  const isRecursive = reached.includes(name);
  const own = isRecursive ? `  "$ref": ${JSON.stringify(REF_PREFIX + name)}` : written.get(name)?.fields;
  const definitions = reached.map((other) => written.get(other)?.definition);
  const fields = [
    `  "$schema": ${JSON.stringify(DIALECT)}`,
    `  "$id": ${JSON.stringify(id)}`,
    ...(own ? [own] : []),
    ...(definitions.length === 0 ? [] : [`  "$defs": {\n${definitions.join(",\n")}\n  }`]),
  ];
  return `{\n${fields.join(",\n")}\n}\n`;
}

/** The URN of a shape's schema (RFC 8141); it names, and leads nowhere. */
function schemaId(id: ShapeId, name: string): string {
  const namespace = splitShapeId(id).namespace.replace(/[^\w.-]/g, "_") || "_";
  return `urn:shapelog:${namespace}:${name}`;
}
