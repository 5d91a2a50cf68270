import { type Diagnostic, defineCatalog } from "@shapelog/diagnostics";
import { findShape } from "./lookup.js";
import { neighbors } from "./neighbors.js";
import type { Locate } from "./read-result.js";
import type { Model, ShapeId } from "./shape.js";
import { memberId } from "./shape-id.js";

/** Diagnostics of models whose parts do not fit together, whatever format they were read from. */
export const modelDiagnostics = defineCatalog("model", {
  "unresolved-target": {
    severity: "error",
    message: (d: { from: ShapeId; relationship: string; target: ShapeId }) =>
      `${d.from} has ${d.relationship} ${d.target}, which is not in the model. Add the shape or correct the name.`,
  },
  "wrong-target-kind": {
    severity: "error",
    message: (d: { from: ShapeId; relationship: string; target: ShapeId; kind: string; expected: string }) =>
      `${d.from} has ${d.relationship} ${d.target}, which is a ${d.kind}; expected ${d.expected}.`,
  },
});

const EXPECTED: Readonly<Record<string, readonly string[]>> = {
  input: ["structure"],
  output: ["structure"],
  error: ["structure"],
  operation: ["operation"],
  collectionOperation: ["operation"],
  resource: ["resource"],
  create: ["operation"],
  put: ["operation"],
  read: ["operation"],
  update: ["operation"],
  delete: ["operation"],
  list: ["operation"],
};

const NEVER_TARGETED = ["operation", "resource", "service"];

export interface CheckReferencesOptions {
  /** Says of a shape that is not in the model whether its source had it, broken: that was reported already. */
  readonly isReported?: (id: ShapeId) => boolean;
}

/** Returns a diagnostic for every arrow that points at nothing, or at a shape of a kind that cannot stand there. */
export function checkReferences(
  model: Model,
  locate: Locate,
  { isReported }: CheckReferencesOptions = {},
): Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const shape of model.shapes.values()) {
    for (const { relationship, name, target } of neighbors(shape)) {
      const from = relationship === "member" && name !== undefined ? memberId(shape.id, name) : shape.id;
      const targeted = findShape(model, target);
      if (!targeted) {
        if (isReported?.(target)) continue;
        found.push(
          modelDiagnostics.create("unresolved-target", locate(from) ?? locate(shape.id), {
            from,
            relationship,
            target,
          }),
        );
        continue;
      }
      const expected = EXPECTED[relationship];
      const fits = expected
        ? expected.includes(targeted.kind)
        : relationship === "mixin" || !NEVER_TARGETED.includes(targeted.kind);
      if (fits) continue;
      found.push(
        modelDiagnostics.create("wrong-target-kind", locate(from) ?? locate(shape.id), {
          from,
          relationship,
          target,
          kind: targeted.kind,
          expected: expected?.join(" or ") ?? "a shape that holds data",
        }),
      );
    }
  }
  return found;
}
