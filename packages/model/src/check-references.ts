import { type Diagnostic, defineCatalog, type Location } from "@shapelog/diagnostics";
import { findShape } from "./lookup.js";
import { type Relationship, visitNeighbors } from "./neighbors.js";
import type { Locate } from "./read-result.js";
import type { Model, Shape, ShapeId } from "./shape.js";
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

const EXPECTED: Readonly<Partial<Record<Relationship, readonly string[]>>> = {
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
    visitNeighbors(shape, (relationship, target, name) => {
      const targeted = model.shapes.get(target) ?? findShape(model, target);
      if (targeted && canStand(relationship, targeted)) return;
      if (!targeted && isReported?.(target)) return;
      const from = relationship === "member" && name !== undefined ? memberId(shape.id, name) : shape.id;
      found.push(describeMisfit({ from, relationship, target }, targeted, locate(from) ?? locate(shape.id)));
    });
  }
  return found;
}

function canStand(relationship: Relationship, { kind }: Shape): boolean {
  const expected = EXPECTED[relationship];
  if (expected) return expected.includes(kind);
  return relationship === "mixin" || (kind !== "operation" && kind !== "resource" && kind !== "service");
}

interface Arrow {
  readonly from: ShapeId;
  readonly relationship: Relationship;
  readonly target: ShapeId;
}

function describeMisfit(
  arrow: Arrow,
  targeted: Shape | undefined,
  location: Location | undefined,
): Diagnostic {
  if (!targeted) return modelDiagnostics.create("unresolved-target", location, arrow);
  const expected = EXPECTED[arrow.relationship]?.join(" or ") ?? "a shape that holds data";
  return modelDiagnostics.create("wrong-target-kind", location, { ...arrow, kind: targeted.kind, expected });
}
