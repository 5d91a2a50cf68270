import type { Diagnostic } from "@shapelog/diagnostics";
import {
  createFileNames,
  createNames,
  type EmitResult,
  type EmittedFile,
  findPieces,
  type Names,
  namePieces,
} from "@shapelog/emit";
import { type Model, printJson, type ServiceShape, type ShapeId, splitShapeId } from "@shapelog/model";
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

export interface EmitJsonSchemaOptions extends EmitSchemasOptions {
  /**
   * `bundle`: one document with each shape under `$defs`. `files`: a document for each shape, which holds all that the
   * shape reaches. Default: `bundle`.
   */
  readonly layout?: "bundle" | "files";
}

/**
 * Emits the data shapes of a service whose bodies are JSON, and the pieces of its requests and responses (JSON Schema
 * 2020-12, and no keyword or format beyond): `schema.json`, where `#/$defs/<Name>` is the schema of a shape, or
 * `schema/<Name>.json` for each, which has the shapes it reaches in `$defs`, and no others. There is none where a service
 * has nothing of the kind. Where such files would have more than 100 million characters together there are none, and
 * `openapi/schemas-too-large` says so.
 *
 * @example
 * const [bundle] = emitJsonSchema(model, { service }).files; // schema.json
 */
export function emitJsonSchema(model: Model, options: EmitJsonSchemaOptions): EmitResult {
  const { service } = options;
  const names = namePieces(options.names ?? createNames(model, { service }), findPieces(model, service));
  const { schemas, diagnostics } = createSchemas(model, {
    ...options,
    names,
    form: "wire",
    scope: "wire",
    refPrefix: REF_PREFIX,
  });
  const written = new Map(
    [...schemas].map(([name, schema]) => [name, writeSchema(name, strictSchema(schema))]),
  );
  if (options.layout === "files") {
    const { files, tooLarge } = printFiles(written, service, names);
    return { files, diagnostics: [...diagnostics, ...tooLarge] };
  }
  if (written.size === 0) return { files: [], diagnostics };
  const id = schemaId(service.id, names.of(service.id));
  const text = printDocument([], id, [...written.values()]);
  return { files: [{ path: "schema.json", text }], diagnostics };
}

function printFiles(
  written: ReadonlyMap<string, WrittenSchema>,
  service: ServiceShape,
  names: Names,
): { readonly files: readonly EmittedFile[]; readonly tooLarge: readonly Diagnostic[] } {
  const ids = new Map([...names.all].map(([id, name]) => [name, id]));
  const fileNames = createFileNames(written.keys());
  const ranks = new Map([...written.keys()].map((name, rank) => [name, rank]));
  const files: EmittedFile[] = [];
  let left = LIMIT;
  for (const name of written.keys()) {
    const id = ids.get(name) ?? "";
    const reached = findReached(written, name).sort((a, b) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0));
    const text = printFile({ written, name, id: schemaId(id, name), reached });
    left -= text.length;
    if (left < 0) {
      const data = { service: service.id, shape: id, reached: reached.length, limit: LIMIT };
      return { files: [], tooLarge: [openApiDiagnostics.create("schemas-too-large", undefined, data)] };
    }
    files.push({ path: `schema/${fileNames.get(name)}.json`, text });
  }
  return { files, tooLarge: [] };
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
  const definitions = reached.flatMap((other) => written.get(other) ?? []);
  return printDocument(own ? [own] : [], id, definitions);
}

function printDocument(
  own: readonly string[],
  id: string,
  definitions: readonly Pick<WrittenSchema, "definition">[],
): string {
  const texts = definitions.map(({ definition }) => definition);
  const fields = [
    `  "$schema": ${JSON.stringify(DIALECT)}`,
    `  "$id": ${JSON.stringify(id)}`,
    ...own,
    ...(texts.length === 0 ? [] : [`  "$defs": {\n${texts.join(",\n")}\n  }`]),
  ];
  return `{\n${fields.join(",\n")}\n}\n`;
}

/** The URN of a shape's schema (RFC 8141); it names, and leads nowhere. */
function schemaId(id: ShapeId, name: string): string {
  const namespace = splitShapeId(id).namespace.replace(/[^\w.-]/g, "_") || "_";
  return `urn:shapelog:${namespace}:${name}`;
}
