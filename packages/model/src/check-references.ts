import { type Diagnostic, defineCatalog, type Location } from "@shapelog/diagnostics";
import { findMember, findShape } from "./lookup.js";
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
  "member-as-target": {
    severity: "error",
    message: (d: { from: ShapeId; relationship: string; target: ShapeId }) =>
      `${d.from} has ${d.relationship} ${d.target}, which is the id of a member. Name the shape that the member targets.`,
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

/**
 * Returns a diagnostic for every arrow that points at nothing, at a member, or at a shape of a kind that cannot stand
 * there.
 */
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
      const isTold = targeted === undefined && !isMember(model, target) && isReported?.(target);
      if (isTold) return;
      const from = relationship === "member" && name !== undefined ? memberId(shape.id, name) : shape.id;
      const arrow = { from, relationship, target };
      found.push(describeMisfit(model, arrow, locate(from) ?? locate(shape.id)));
    });
  }
  return found;
}

function canStand(relationship: Relationship, { kind }: Shape): boolean {
  const expected = EXPECTED[relationship];
  if (expected) return expected.includes(kind);
  return relationship === "mixin" || (kind !== "operation" && kind !== "resource" && kind !== "service");
}

function isMember({ shapes }: Model, id: ShapeId): boolean {
  const dollar = id.indexOf("$");
  const shape = dollar === -1 ? undefined : shapes.get(id.slice(0, dollar));
  return shape !== undefined && findMember(shape, id.slice(dollar + 1)) !== undefined;
}

interface Arrow {
  readonly from: ShapeId;
  readonly relationship: Relationship;
  readonly target: ShapeId;
}

function describeMisfit(model: Model, arrow: Arrow, location: Location | undefined): Diagnostic {
  const targeted = findShape(model, arrow.target);
  if (!targeted) {
    const code = isMember(model, arrow.target) ? "member-as-target" : "unresolved-target";
    return modelDiagnostics.create(code, location, arrow);
  }
  const expected = EXPECTED[arrow.relationship]?.join(" or ") ?? "a shape that holds data";
  return modelDiagnostics.create("wrong-target-kind", location, { ...arrow, kind: targeted.kind, expected });
}
