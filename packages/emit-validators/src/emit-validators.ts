import {
  type ChosenShapes,
  chooseShapes,
  chooseWireShapes,
  createTypeNames,
  type EmitResult,
  GENERATED_HEADER,
  hasFunctions,
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
  operationErrors,
  type Profile,
  type ServiceShape,
  type Shape,
  type ShapeId,
  UNIT,
} from "@shapelog/model";
import type { Form } from "./check.js";
import { chooseChecks } from "./choose-checks.js";
import type { OperationRoots } from "./plan-modules.js";
import { printChecks } from "./print-checks.js";
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
 * Emits validators for the structures, unions, enums and constrained simple shapes a service reaches, in two forms: values as the protocol's JSON has them, in `src/validators.ts` and for one operation alone in
 * `src/validators/<Operation>.ts`; values as programs hold them, in `src/validators-sdk.ts` and
 * `src/validators/sdk/<Operation>.ts`. Both take their functions from `src/functions/`, and the checks, compiled by ajv, are
 * in `src/checks/`. In wire form there are also the pieces of requests and responses (see `findPieces`); where bodies are no
 * JSON, there are these alone. The same model gives the same bytes.
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
  const chosen = chooseChecks(model, { service, names, profile });
  const { operations, shapes } = chooseShapes(model, service);
  const roles = findRoles(operations, pieces, names);
  const taken = findTakenMembers(model, { operations, shapes });
  const roots = findRoots(operations, { service, pieces, names });
  const checkNames = new Map([...aliases].map(([id, shape]) => [names.of(id), names.of(shape.id)]));
  const checks = printChecks(chosen, {
    header,
    operations: roots.map(({ name, roots: own }) => ({
      name,
      roots: own.map((root) => checkNames.get(root) ?? root),
    })),
  });
  const validated = (form: Form, id: ShapeId, checked = id): ValidatedShape => {
    const role = roles.get(id);
    const more = taken.get(id);
    const date = since?.(pieces.titles.get(id)?.of ?? id);
    return {
      name: names.of(id),
      check: checks.find(names.of(checked), form),
      ...(more === undefined ? {} : { taken: more }),
      ...(role === undefined ? {} : { role }),
      ...(pieces.titles.get(id)?.isText ? { isText: true } : {}),
      ...(date === undefined ? {} : { since: date }),
    };
  };
  const onWire = [
    ...wire.flatMap((shape) =>
      pieces.titles.has(shape.id) || hasFunctions(shape) ? [validated("wire", shape.id)] : [],
    ),
    ...[...aliases].map(([id, shape]) => validated("wire", id, shape.id)),
  ];
  const inProgram = shapes.filter(hasFunctions).map(({ id }) => validated("sdk", id));
  const print = (form: Form, all: readonly ValidatedShape[]) =>
    printValidators(all, { form, header, operations: roots });
  const files = [
    ...checks.files,
    ...(hasWireForm(model, service) ? print("wire", onWire) : []),
    ...print("sdk", inProgram),
  ];
  return { files, diagnostics: chosen.diagnostics };
}

interface RootsOptions {
  readonly service: ServiceShape;
  readonly pieces: Pieces;
  readonly names: Names;
}

/** Returns what the entry point of each operation has functions of: what it takes, returns and throws, and their pieces. */
function findRoots(
  operations: readonly OperationShape[],
  { service, pieces, names }: RootsOptions,
): OperationRoots[] {
  const piecesOf = new Map<ShapeId, ShapeId[]>();
  for (const [id, { of }] of pieces.titles) piecesOf.set(of, [...(piecesOf.get(of) ?? []), id]);
  return operations.map((operation) => {
    const own = [operation.input, operation.output, ...operationErrors(operation, service)];
    const all = [...own, ...[operation.id, ...own].flatMap((id) => piecesOf.get(id) ?? [])];
    const found = new Set(all.flatMap((id) => names.all.get(id) ?? []));
    return { name: names.of(operation.id), roots: [...found] };
  });
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

/** Returns the members that operations take more in than their types say, by the ids of inputs. */
function findTakenMembers(
  model: Model,
  { operations, shapes }: ChosenShapes,
): ReadonlyMap<ShapeId, TakenMember> {
  const inputs = new Set(operations.map(({ input }) => input));
  return new Map(
    shapes.flatMap((shape) => {
      const found = inputs.has(shape.id) ? findTaken(model, shape) : undefined;
      return found ? [[shape.id, found] as const] : [];
    }),
  );
}

function findTaken(model: Model, shape: Shape): TakenMember | undefined {
  const payload = shape.kind === "structure" ? findBlobPayload(model, shape) : undefined;
  if (!payload) return undefined;
  const type = payload.kind === "stream" ? "StreamingBlobPayloadInputTypes" : "BlobPayloadInputTypes";
  return { name: payload.member.name, required: isDemanded(payload.member), type };
}
