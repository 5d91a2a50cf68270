import type { Names } from "@shapelog/emit";
import type { Model, ServiceShape } from "@shapelog/model";
import type { Form } from "./check.js";
import { createPlanner } from "./choose-checks.js";
import { createCompiler } from "./compile-check.js";
import { createConstants, printConstant } from "./constants.js";
import { checkFunction } from "./function-names.js";

/** The checks of a service's shapes for values in one form. */
export interface EmittedChecks {
  /**
   * The body of a function of `runtime`, which is all that `@shapelog/runtime/checks` exports. It returns an object with a
   * check for the name of each shape: the same code as a generated package has, without its types.
   */
  readonly code: string;
}

export interface EmitChecksOptions {
  readonly service: ServiceShape;
  readonly names: Names;
  /** Default: `wire`. */
  readonly form?: Form;
}

/** Emits the checks of a service as JavaScript that can be run as it is. Patterns that cannot be run safely are left out. */
export function emitChecks(
  model: Model,
  { service, names, form = "wire" }: EmitChecksOptions,
): EmittedChecks {
  const constants = createConstants();
  const compile = createCompiler(constants);
  const checks = createPlanner(model, { service, names, report: () => {} })(form);
  const compiled = checks.map((check) => compile(check));
  const functions = compiled.map(({ text }) => withoutTypes(text));
  const used = [
    ...compiled.flatMap(({ uses }) => [...uses.runtime]),
    ...constants.list().flatMap((each) => each.runtime ?? []),
  ];
  const runtime = [...new Set(used)].sort();
  const declared = constants.list().map((constant) => printConstant(constant).replace(/^export /, ""));
  const returned = checks.map(({ name }) => `${JSON.stringify(name)}: ${checkFunction(name)}`);
  const parts = [
    '"use strict";',
    `const { ${runtime.join(", ")} } = runtime;`,
    ...declared,
    ...functions,
    `return { ${returned.join(", ")} };`,
  ];
  return { code: `${parts.join("\n")}\n` };
}

const SIGNATURE = /^export function (\w+)\(data: unknown(, depth = 0)?\): Failures \| null \{$/m;

function withoutTypes(text: string): string {
  if (!SIGNATURE.test(text)) throw new Error(`a check has not the signature that is expected:\n${text}`);
  return text.replace(SIGNATURE, "function $1(data$2) {");
}
