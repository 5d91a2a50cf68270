import type { Diagnostic } from "@shapelog/diagnostics";
import {
  chooseShapes,
  chooseWireShapes,
  createTypeNames,
  type EmitResult,
  GENERATED_HEADER,
  hasWireForm,
  type Names,
  namePieces,
  type WireShapes,
} from "@shapelog/emit";
import { createSchemas, type SchemaForm } from "@shapelog/emit-openapi";
import type { Model, Profile, ServiceShape, ShapeId } from "@shapelog/model";
import type ts from "typescript";
import { emitEnums } from "./emit-enums.js";
import { emitIndex } from "./emit-index.js";
import { emitOperations } from "./emit-operations.js";
import { emitShapes } from "./emit-shapes.js";
import { REF_PREFIX, readTypes } from "./read-types.js";
import { settleNames } from "./settle-names.js";
import type { TypesContext } from "./types-context.js";

export interface EmitTypesOptions {
  readonly service: ServiceShape;
  /** The generated package's name, for its documentation. */
  readonly packageName: string;
  /** What the first line of each file says it was generated from: a path in the repository, with `/` between parts. */
  readonly source: string;
  /** Default: `createTypeNames(model, { service })`. */
  readonly names?: Names;
  /** Default: `sdk`. */
  readonly profile?: Profile;
  /** Returns the ISO date a shape, member (`ns#S$m`) or enum value first appeared. Default: not known, no `@since`. */
  readonly since?: (id: ShapeId) => string | undefined;
  /**
   * `package`: `src/wire.ts` has what is on the wire, and is not there where nothing of that is JSON or text. `model`: it has
   * each shape as JSON would have it, whatever the protocol, and no pieces; for comparisons of models. Default: `package`.
   *
   * @internal
   */
  readonly wire?: "package" | "model";
}

/**
 * Emits the TypeScript types of a service: `src/types.ts` (as programs hold data), `src/wire.ts` (as JSON has it),
 * `src/enums.ts`, `src/operations.ts` and `src/index.ts`. Types come through openapi-typescript; names, comments and
 * layout are ours. The same input gives the same bytes.
 *
 * @example
 * const { files, diagnostics } = await emitTypes(model, {
 *   service,
 *   packageName: "@shapelog/weather",
 *   source: "models/weather/model.smithy",
 * });
 */
export async function emitTypes(model: Model, options: EmitTypesOptions): Promise<EmitResult> {
  const { service, packageName, source, since, profile = "sdk" } = options;
  const diagnostics: Diagnostic[] = [];
  const chosen = chooseShapes(model, service);
  const isOfModel = options.wire === "model";
  const wire = isOfModel ? { ...NO_PIECES, shapes: chosen.shapes } : chooseWireShapes(model, service);
  const shapeNames = namePieces(options.names ?? createTypeNames(model, { service }), wire.pieces);
  const context: TypesContext = {
    model,
    service,
    chosen,
    wire,
    isOfModel,
    names: settleNames(shapeNames, chosen, service),
    header: GENERATED_HEADER(source),
    packageName,
    profile,
    since: (id) => since?.(id),
    report: (diagnostic) => diagnostics.push(diagnostic),
  };
  const sdk = readForm(context, "sdk");
  const texts = {
    "src/enums.ts": emitEnums(context, sdk),
    "src/index.ts": emitIndex(context),
    "src/operations.ts": emitOperations(context),
    "src/types.ts": emitShapes(context, "sdk", sdk),
    ...(isOfModel || hasWireForm(model, service)
      ? { "src/wire.ts": emitShapes(context, "wire", readForm(context, "wire")) }
      : {}),
  };
  return { files: Object.entries(texts).map(([path, text]) => ({ path, text })), diagnostics };
}

const NO_PIECES: Omit<WireShapes, "shapes"> = {
  aliases: new Map(),
  pieces: {
    shapes: [],
    aliases: new Map(),
    titles: new Map(),
    requests: new Map(),
    responses: new Map(),
    errors: new Map(),
  },
};

/** Diagnostics of the schemas are left to who emits them as schemas: a refused pattern does not change a type. */
function readForm(context: TypesContext, form: SchemaForm): ReadonlyMap<string, ts.TypeNode> {
  const { model, service, names } = context;
  const { schemas } = createSchemas(model, {
    service,
    form,
    scope: form === "wire" && !context.isOfModel ? "wire" : "model",
    names: names.shapes,
    refPrefix: REF_PREFIX,
  });
  return readTypes(schemas);
}
