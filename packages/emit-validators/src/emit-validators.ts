import {
  chooseShapes,
  chooseWireShapes,
  createTypeNames,
  type EmitResult,
  GENERATED_HEADER,
  hasWireForm,
  type Names,
  namePieces,
  type Pieces,
} from "@shapelog/emit";
import {
  findBlobPayload,
  isDemanded,
  type Model,
  type OperationShape,
  type Profile,
  type ServiceShape,
  type Shape,
  type ShapeId,
  UNIT,
} from "@shapelog/model";
import type { Form } from "./check.js";
import { chooseChecks } from "./choose-checks.js";
import { CHECK_FILES, printChecks } from "./print-checks.js";
import { printValidators, type TakenMember, type ValidatedShape } from "./print-validators.js";

export interface EmitValidatorsOptions {
  readonly service: ServiceShape;
  /** Default: `createTypeNames(model, { service })`. */
  readonly names?: Names;
  /** Whether required members that clients fill in have to be in the program form, as `strict` has it. Default: `sdk`. */
  readonly profile?: Profile;
  /** Returns the ISO date a shape first appeared. Default: not known. */
  readonly since?: (id: ShapeId) => string | undefined;
  /** What the files are generated from, for their first line. Default: the service's shape id. */
  readonly source?: string;
}

/**
 * Emits validators for every data shape a service reaches, operations' inputs, outputs and errors among them:
 * `src/validators.ts` for values as the protocol's JSON has them, `src/validators-sdk.ts` for values as programs hold
 * them, and the checks they share, compiled by ajv, in `src/gen-*.ts`. In wire form there are also the pieces of requests
 * and responses (see `findPieces`); where bodies are no JSON, there are these alone. The same model gives the same bytes.
 *
 * Patterns that JavaScript cannot run safely are left out and reported as `emit/pattern-refused`.
 *
 * @example
 * const { files, diagnostics } = emitValidators(model, { service, source: "models/weather/model.json" });
 */
export function emitValidators(model: Model, options: EmitValidatorsOptions): EmitResult {
  const { service, since, source = service.id, profile = "sdk" } = options;
  const { shapes: wire, aliases, pieces } = chooseWireShapes(model, service);
  const names = namePieces(options.names ?? createTypeNames(model, { service }), pieces);
  const header = GENERATED_HEADER(source);
  const checks = chooseChecks(model, { service, names, profile });
  const shared = new Set(checks.both.map(({ name }) => name));
  const { operations, shapes } = chooseShapes(model, service);
  const roles = findRoles(operations, pieces, names);
  const inputs = new Set(operations.map(({ input }) => input));
  const taken = new Map(
    shapes.flatMap((shape) => {
      const found = inputs.has(shape.id) ? findTaken(model, shape) : undefined;
      return found ? [[shape.id, found] as const] : [];
    }),
  );
  const validated = (form: Form, id: ShapeId, checked = id): ValidatedShape => {
    const role = roles.get(id);
    const more = taken.get(id);
    const date = since?.(pieces.titles.get(id)?.of ?? id);
    const check = names.of(checked);
    return {
      name: names.of(id),
      check,
      from: `./${CHECK_FILES[shared.has(check) ? "both" : form]}.js`,
      ...(more === undefined ? {} : { taken: more }),
      ...(role === undefined ? {} : { role }),
      ...(pieces.titles.get(id)?.isText ? { isText: true } : {}),
      ...(date === undefined ? {} : { since: date }),
    };
  };
  const onWire = [
    ...wire.map(({ id }) => validated("wire", id)),
    ...[...aliases].map(([id, shape]) => validated("wire", id, shape.id)),
  ];
  const files = [
    ...printChecks(checks, header),
    ...(hasWireForm(model, service) ? [printValidators("wire", onWire, header)] : []),
    printValidators(
      "sdk",
      shapes.map(({ id }) => validated("sdk", id)),
      header,
    ),
  ];
  return { files, diagnostics: checks.diagnostics };
}

/** Returns what each input, output and piece is, for the docs. */
function findRoles(
  operations: readonly OperationShape[],
  { titles }: Pieces,
  names: Names,
): ReadonlyMap<ShapeId, string> {
  const roles = new Map<ShapeId, string>();
  for (const { id, input, output } of operations) {
    for (const [role, target] of [
      ["input", input],
      ["output", output],
    ] as const) {
      if (target !== UNIT && !roles.has(target)) roles.set(target, `the ${role} of \`${names.of(id)}\``);
    }
  }
  for (const [id, { of, role }] of titles) roles.set(id, `${role} of \`${names.of(of)}\``);
  return roles;
}

function findTaken(model: Model, shape: Shape): TakenMember | undefined {
  const payload = shape.kind === "structure" ? findBlobPayload(model, shape) : undefined;
  if (!payload) return undefined;
  const type = payload.kind === "stream" ? "StreamingBlobPayloadInputTypes" : "BlobPayloadInputTypes";
  return { name: payload.member.name, required: isDemanded(payload.member), type };
}
