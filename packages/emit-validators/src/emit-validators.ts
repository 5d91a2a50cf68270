import { chooseShapes, createTypeNames, type EmitResult, GENERATED_HEADER, type Names } from "@shapelog/emit";
import {
  findBlobPayload,
  isDemanded,
  type Model,
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
 * them, and the checks they share, compiled by ajv, in `src/gen-*.ts`. The same model gives the same bytes.
 *
 * Patterns that JavaScript cannot run safely are left out and reported as `emit/pattern-refused`.
 *
 * @example
 * const { files, diagnostics } = emitValidators(model, { service, source: "models/weather/model.json" });
 */
export function emitValidators(model: Model, options: EmitValidatorsOptions): EmitResult {
  const { service, since, source = service.id, profile = "sdk" } = options;
  const names = options.names ?? createTypeNames(model, { service });
  const header = GENERATED_HEADER(source);
  const checks = chooseChecks(model, { service, names, profile });
  const shared = new Set(checks.both.map(({ name }) => name));
  const { operations, shapes } = chooseShapes(model, service);
  const roles = new Map<ShapeId, string>();
  for (const { id, input, output } of operations) {
    for (const [role, target] of [
      ["input", input],
      ["output", output],
    ] as const) {
      if (target !== UNIT && !roles.has(target)) roles.set(target, `the ${role} of \`${names.of(id)}\``);
    }
  }
  const inputs = new Set(operations.map(({ input }) => input));
  const validated = (form: Form) =>
    shapes.map((shape): ValidatedShape => {
      const { id } = shape;
      const taken = inputs.has(id) ? findTaken(model, shape) : undefined;
      const name = names.of(id);
      const role = roles.get(id);
      const date = since?.(id);
      return {
        name,
        from: `./${CHECK_FILES[shared.has(name) ? "both" : form]}.js`,
        ...(taken === undefined ? {} : { taken }),
        ...(role === undefined ? {} : { role }),
        ...(date === undefined ? {} : { since: date }),
      };
    });
  const files = [
    ...printChecks(checks, header),
    printValidators("wire", validated("wire"), header),
    printValidators("sdk", validated("sdk"), header),
  ];
  return { files, diagnostics: checks.diagnostics };
}

function findTaken(model: Model, shape: Shape): TakenMember | undefined {
  const payload = shape.kind === "structure" ? findBlobPayload(model, shape) : undefined;
  if (!payload) return undefined;
  const type = payload.kind === "stream" ? "StreamingBlobPayloadInputTypes" : "BlobPayloadInputTypes";
  return { name: payload.member.name, required: isDemanded(payload.member), type };
}
