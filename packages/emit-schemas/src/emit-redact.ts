import {
  chooseShapes,
  createCodeFile,
  createTypeNames,
  type DataShape,
  type EmitResult,
  GENERATED_HEADER,
  serviceTitle,
} from "@shapelog/emit";
import { isSensitive, type Model, operationErrors, type ShapeId } from "@shapelog/model";
import type { EmitSchemasOptions } from "./emit-schemas.js";
import { schemaName } from "./schema-refs.js";

/**
 * Emits `src/redact.ts`: for the input, output and errors of each operation, and for each structure, union, list and map
 * that holds something sensitive, a function that returns a copy for logs. They work by the schemas of `src/schemas.ts`.
 */
export function emitRedact(model: Model, options: EmitSchemasOptions): EmitResult {
  const { service, source } = options;
  const names = options.names ?? createTypeNames(model, { service });
  const { operations, shapes } = chooseShapes(model, service);
  const roots = new Set([
    ...operations.flatMap(({ input, output }) => [input, output]),
    ...operations.flatMap((operation) => operationErrors(operation, service)),
  ]);
  const holders = findHolders(model, shapes);
  const redacted = shapes.filter(({ id }) => roots.has(id) || holders.has(id)).map(({ id }) => id);
  const functionName = (id: ShapeId) => `redact${names.of(id)}`;
  const file = createCodeFile({ header: GENERATED_HEADER(source), declared: redacted.map(functionName) });
  file.doc({
    text: `Copies of the data of ${serviceTitle(service)} for logs, without what is sensitive.`,
    tags: [["@packageDocumentation", ""]],
  });
  file.line();
  if (redacted.length === 0) file.line("export {};");
  redacted.forEach((id, index) => {
    if (index > 0) file.line();
    const type = file.import({ name: names.of(id), from: "./types.js", type: true });
    const redact = file.import({ name: "Redact", from: "@shapelog/runtime", type: true });
    const create = file.import({ name: "createRedactor", from: "@shapelog/runtime/redact" });
    const schema = file.import({ name: schemaName(names, id), from: "./schemas.js" });
    file.doc({ text: `Returns a copy of \`${names.of(id)}\` for logs, without what is sensitive.` });
    file.line(`export const ${functionName(id)}: ${redact}<${type}> = /*@__PURE__*/ ${create}(${schema});`);
  });
  return { files: [{ path: "src/redact.ts", text: file.render() }], diagnostics: [] };
}

/** Returns the structures, unions, lists and maps in which something sensitive can be, at any depth. */
function findHolders(model: Model, shapes: readonly DataShape[]): ReadonlySet<ShapeId> {
  const containers = shapes.filter(
    (shape) => "members" in shape && shape.kind !== "enum" && shape.kind !== "intEnum",
  );
  const users = new Map<ShapeId, ShapeId[]>();
  const holders = new Set<ShapeId>();
  for (const shape of containers) {
    const members = "members" in shape ? shape.members : [];
    if (isSensitive(model, shape) || members.some((member) => isSensitive(model, member)))
      holders.add(shape.id);
    for (const { target } of members) {
      const known = users.get(target);
      if (known) known.push(shape.id);
      else users.set(target, [shape.id]);
    }
  }
  for (const id of holders) for (const user of users.get(id) ?? []) holders.add(user);
  return holders;
}
