import { hasTrait, memberId, type ShapeId, splitShapeId, visitNeighbors } from "@shapelog/model";
import type { ValidationContext } from "../../context.js";
import { defineRule } from "../../rule.js";
import { traitName } from "../../trait-name.js";

/** References to private shapes of other namespaces (Smithy 2.0, "private trait"). */
export const privateAccess = defineRule({
  name: "PrivateAccess",
  events: {
    PrivateAccess: {
      severity: "error",
      message: (d: { from: ShapeId; relationship: string; target: ShapeId }) =>
        d.relationship === "trait"
          ? `${d.from} has ${traitName(d.target)}, which is private to its namespace.`
          : `${d.from} has ${d.relationship} ${d.target}, which is private to its namespace.`,
    },
  },
  *validate(context, event) {
    for (const { from, relationship, target } of findReferences(context)) {
      const isTrait = relationship === "trait";
      const place = isTrait ? { trait: target, severity: "warning" as const } : {};
      yield event("PrivateAccess", { shape: from, ...place }, { from, relationship, target });
    }
  },
});

interface Reference {
  readonly from: ShapeId;
  readonly relationship: string;
  readonly target: ShapeId;
}

function findReferences(context: ValidationContext): readonly Reference[] {
  const found: Reference[] = [];
  const add = (reference: Reference) => {
    const shape = context.shape(reference.target);
    if (!shape || !hasTrait(shape, "private")) return;
    if (splitShapeId(reference.from).namespace !== splitShapeId(reference.target).namespace)
      found.push(reference);
  };
  for (const shape of context.shapes) {
    visitNeighbors(shape, (relationship, target, name) => {
      const from = relationship === "member" && name !== undefined ? memberId(shape.id, name) : shape.id;
      add({ from, relationship, target });
    });
  }
  for (const { id, traits } of context.subjects()) {
    for (const trait of Object.keys(traits)) add({ from: id, relationship: "trait", target: trait });
  }
  return found;
}
