import type { Diagnostic } from "@shapelog/diagnostics";
import type { Model } from "@shapelog/model";
import { cliDiagnostics } from "../diagnostics.js";
import { failedWith, type Outcome, succeeded } from "../outcome.js";
import { dropDocumentation, findNamedOperations, pickOperations } from "../pick-operations.js";
import { convertExamples } from "./convert-examples.js";
import {
  describeDropped,
  dropBotocoreTraits,
  dropDanglingTraits,
  type WithoutTraits,
} from "./drop-traits.js";
import { settleModel } from "./settle-model.js";

export interface PickOptions {
  /** Operation names; all where left out. */
  readonly operations?: readonly string[];
  /** Whether to take the source's documentation. */
  readonly docs: boolean;
}

/** Returns what is asked for of a model, as `check` accepts it, and says what that took. */
export function pickModel(source: Model, options: PickOptions): Outcome<Model> {
  const converted = convertExamples(source);
  const { model, dropped } = dropBotocoreTraits(converted);
  const documented = options.docs ? model : dropDocumentation(model);
  const picked = pickNamed(documented, options.operations);
  if (!picked.ok) return picked;
  const settled = settleModel(picked.value.model);
  const diagnostics = [
    ...tellDropped(dropped, "botocore says it, and Smithy has no trait for it"),
    ...tellDropped(picked.value.dropped, "they name shapes that are not imported"),
    ...(settled.mended.length > 0
      ? [cliDiagnostics.create("import-mended", undefined, { mended: settled.mended })]
      : []),
  ];
  return succeeded(settled.model, diagnostics);
}

function pickNamed(model: Model, operations: readonly string[] | undefined): Outcome<WithoutTraits> {
  if (operations === undefined) return succeeded({ model, dropped: new Map() });
  const { ids, unknown } = findNamedOperations(model, operations);
  if (unknown.length > 0)
    return failedWith(unknown.map((data) => cliDiagnostics.create("unknown-operation", undefined, data)));
  return succeeded(dropDanglingTraits(pickOperations(model, ids), model));
}

function tellDropped(dropped: WithoutTraits["dropped"], reason: string): readonly Diagnostic[] {
  const traits = describeDropped(dropped);
  return traits.length === 0 ? [] : [cliDiagnostics.create("import-left-out", undefined, { traits, reason })];
}
