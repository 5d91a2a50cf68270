import {
  chooseShapes,
  createCodeFile,
  createTypeNames,
  type EmitResult,
  GENERATED_HEADER,
  type Names,
  serviceTitle,
  stringLiteral,
} from "@shapelog/emit";
import { compareCodeUnits, type Model, type ServiceShape, splitShapeId } from "@shapelog/model";
import { emitOperations, settleErrorLists } from "./emit-operations.js";
import { emitSettings, SETTINGS } from "./emit-settings.js";
import { emitShape } from "./emit-shape.js";
import { type SchemaRefs, schemaName } from "./schema-refs.js";
import type { SchemasModule } from "./schemas-module.js";

export interface EmitSchemasOptions {
  readonly service: ServiceShape;
  /** What the first line of the file says it was generated from: a path in the repository, with `/` between parts. */
  readonly source: string;
  /** Default: `createTypeNames(model, { service })`. */
  readonly names?: Names;
}

/**
 * Emits `src/schemas.ts`: the schemas of a service in the static form of `@smithy/types`, which protocols such as those
 * of `@aws-sdk/core/protocols` work by. There is a constant for each data shape and operation, named as the AWS SDK for
 * JavaScript names it (`AuthEventType$`), one with the errors of each operation, and one with what a protocol is made
 * with. They refer to each other by functions, so that a bundler keeps those of the operations in use alone. The file
 * imports types and nothing else. The same model gives the same bytes.
 *
 * @example
 * const { files } = emitSchemas(model, { service, source: "models/weather/model.smithy" });
 */
export function emitSchemas(model: Model, options: EmitSchemasOptions): EmitResult {
  const { service, source } = options;
  const names = options.names ?? createTypeNames(model, { service });
  const { operations, shapes } = chooseShapes(model, service);
  const refs: SchemaRefs = { model, names, shapes: new Map(shapes.map((shape) => [shape.id, shape])) };
  const errorLists = settleErrorLists(refs, operations);
  const ids = [...shapes, ...operations].map(({ id }) => id);
  const namespaces = numberNamespaces(ids.map((id) => splitShapeId(id).namespace));
  const schemas = [...shapes, ...operations].map(({ id }) => schemaName(names, id));
  const file = createCodeFile({
    header: GENERATED_HEADER(source),
    declared: [...namespaces.values(), ...schemas, ...errorLists.values(), SETTINGS],
  });
  const module: SchemasModule = { refs, file, namespaces };
  file.doc({
    text: `Smithy schemas of ${serviceTitle(service)}, in the static form of \`@smithy/types\`.`,
    tags: [["@packageDocumentation", ""]],
  });
  file.line();
  for (const [namespace, name] of namespaces) file.line(`const ${name} = ${stringLiteral(namespace)};`);
  for (const shape of shapes) emitShape(module, shape);
  emitOperations(module, { service, operations, errorLists });
  emitSettings(module, service);
  return { files: [{ path: "src/schemas.ts", text: file.render() }], diagnostics: [] };
}

/** Names a constant for each namespace, in their order. */
function numberNamespaces(namespaces: readonly string[]): ReadonlyMap<string, string> {
  const sorted = [...new Set(namespaces)].sort(compareCodeUnits);
  return new Map(sorted.map((namespace, index) => [namespace, `n${index}`]));
}
