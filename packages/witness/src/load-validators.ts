import { emitChecks } from "@shapelog/emit-validators/checks";
import type { ShapeId } from "@shapelog/model";
import type { Result } from "@shapelog/runtime";
import * as runtime from "@shapelog/runtime/checks";
import type { Side } from "./side.js";
import type { Json } from "./value.js";

/** Returns what the strict validator of a shape says of a document; `undefined` where the shape has none. */
export type Validate = (shape: ShapeId, document: Json) => Result<unknown> | undefined;

/** Returns the validators of a side, as its generated package has them for the wire. */
export function loadValidators({ model, service, names }: Side): Validate {
  const { code } = emitChecks(model, { service, names });
  // What is run is what users of a generated package run: no name or text of a model is ever code in it.
  const checks: Readonly<Record<string, runtime.Check>> = new Function("runtime", code)(runtime);
  return (shape, document) => {
    const name = names.all.get(shape);
    const check = name !== undefined && Object.hasOwn(checks, name) ? checks[name] : undefined;
    return check && runtime.validateWith(document, check);
  };
}
