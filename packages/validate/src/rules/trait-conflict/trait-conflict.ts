import { isNodeArray, isNodeObject, type Shape, type ShapeId } from "@shapelog/model";
import { appliedTraits } from "../../knowledge/applied-traits.js";
import { defineRule } from "../../rule.js";
import { traitName } from "../../trait-name.js";

/** Traits that cannot stand together on one shape (Smithy 2.0, "Trait conflicts"). */
export const traitConflict = defineRule({
  name: "TraitConflict",
  stage: "critical",
  events: {
    TraitConflict: {
      severity: "error",
      message: (d: { shape: ShapeId; pairs: readonly (readonly [ShapeId, ShapeId])[] }) =>
        `${d.shape} has ${d.pairs
          .map(([trait, other]) => `${traitName(trait)}, which cannot stand beside ${traitName(other)}`)
          .join("; and ")}. Take one out.`,
    },
  },
  *validate(context, event) {
    const found = new Map<ShapeId, [ShapeId, ShapeId][]>();
    for (const { trait, definition } of appliedTraits(context)) {
      for (const other of conflictsOf(definition)) {
        for (const { id, traits } of context.withTrait(trait)) {
          if (!Object.hasOwn(traits, other)) continue;
          const pairs = found.get(id) ?? [];
          pairs.push([trait, other]);
          found.set(id, pairs);
        }
      }
    }
    for (const [shape, pairs] of found) yield event("TraitConflict", { shape }, { shape, pairs });
  },
});

function conflictsOf(definition: Shape): readonly ShapeId[] {
  const value = definition.traits["smithy.api#trait"];
  if (!isNodeObject(value) || !isNodeArray(value.conflicts)) return [];
  return value.conflicts.flatMap((id) =>
    typeof id === "string" ? [id.includes("#") ? id : `smithy.api#${id}`] : [],
  );
}
