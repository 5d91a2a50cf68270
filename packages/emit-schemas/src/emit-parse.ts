import {
  chooseShapes,
  createCodeFile,
  createTypeNames,
  type EmitResult,
  GENERATED_HEADER,
  hasFunctions,
  serviceTitle,
} from "@shapelog/emit";
import {
  bindsHttp,
  bodyEncoding,
  findProtocol,
  type Model,
  type ServiceShape,
  type ShapeId,
  type TimestampFormat,
  timestampFormat,
} from "@shapelog/model";
import type { EmitSchemasOptions } from "./emit-schemas.js";
import { schemaName } from "./schema-refs.js";

const SETTINGS = "settings";

/** The signs of `@smithy/types` for times of these formats. */
const TIMES = { "date-time": 5, "http-date": 6, "epoch-seconds": 7 } as const satisfies Record<
  TimestampFormat,
  number
>;

/**
 * Emits `src/parse.ts`: for each shape that has validators a function that reads its wire form, as `src/validators.ts` does, and returns
 * what programs hold. They work by the schemas of `src/schemas.ts`. There is no file where bodies are no JSON.
 */
export function emitParse(model: Model, options: EmitSchemasOptions): EmitResult {
  const { service, source } = options;
  if (bodyEncoding(service) !== "json") return { files: [], diagnostics: [] };
  const names = options.names ?? createTypeNames(model, { service });
  const shapes = chooseShapes(model, service).shapes.filter(hasFunctions);
  const functionName = (id: ShapeId) => `parse${names.of(id)}`;
  const declared = [...shapes.map(({ id }) => functionName(id)), SETTINGS];
  const file = createCodeFile({ header: GENERATED_HEADER(source), declared });
  file.doc({
    text: `Functions that read the JSON of ${serviceTitle(service)}, and return what programs hold.`,
    tags: [["@packageDocumentation", ""]],
  });
  file.line();
  file.line(
    'export type { Drift, Invalid, Open, Parse, ReadResult, ValidationError } from "@shapelog/runtime";',
  );
  if (shapes.length > 0) file.line(`\n${printSettings(model, service)}`);
  for (const { id } of shapes) {
    const type = file.import({ name: names.of(id), from: "./types.js", type: true });
    const parse = file.import({ name: "Parse", from: "@shapelog/runtime", type: true });
    const create = file.import({ name: "createParser", from: "@shapelog/runtime/parse" });
    const read = file.import({ name: `read${names.of(id)}`, from: "./validators.js" });
    const schema = file.import({ name: schemaName(names, id), from: "./schemas.js" });
    file.line();
    file.doc({ text: `Reads \`${names.of(id)}\` in its JSON form, and returns it as programs hold it.` });
    file.line(
      `export const ${functionName(id)}: ${parse}<${type}> = /*@__PURE__*/ ${create}(${read}, ${schema}, ${SETTINGS});`,
    );
  }
  return { files: [{ path: "src/parse.ts", text: file.render() }], diagnostics: [] };
}

function printSettings(model: Model, service: ServiceShape): string {
  const body = timestampFormat(model, { target: "smithy.api#Timestamp", traits: {} }, service);
  // Where no protocol is known, members are where their traits say.
  const binds = bindsHttp(service) || findProtocol(service) === undefined;
  const followsJsonName = findProtocol(service) === "aws.protocols#restJson1";
  return `const ${SETTINGS} = { jsonName: ${followsJsonName}, bindsHttp: ${binds}, time: ${TIMES[body]} } as const;`;
}
