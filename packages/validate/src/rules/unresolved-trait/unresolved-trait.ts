import { hasTrait, type ShapeId } from "@shapelog/model";
import { appliedTraits } from "../../knowledge/applied-traits.js";
import { defineRule } from "../../rule.js";
import { traitName } from "../../trait-name.js";

/** Traits in which readers keep what Smithy has no place for. */
const KEPT = "shapelog.";

/** Traits that nothing defines (Smithy 2.0, "Applying traits"). */
export const unresolvedTrait = defineRule({
  name: "UnresolvedTrait",
  stage: "loading",
  events: {
    "Model.UnresolvedTrait": {
      severity: "error",
      message: (d: { trait: ShapeId; shape: ShapeId }) =>
        `${d.shape} has ${traitName(d.trait)}, which no shape defines. Load its definition, or correct the name.`,
    },
    Model: {
      severity: "error",
      message: (d: { trait: ShapeId }) =>
        `${d.trait} is applied as a trait, but has no @trait. Add it, or correct the name where it is applied.`,
    },
  },
  *validate(context, event) {
    const known = new Map<ShapeId, boolean>();
    for (const { id, traits } of context.subjects()) {
      for (const trait of Object.keys(traits)) {
        if (trait.startsWith(KEPT)) continue;
        const isKnown = known.get(trait) ?? context.shape(trait) !== undefined;
        known.set(trait, isKnown);
        if (!isKnown) yield event("Model.UnresolvedTrait", { shape: id, trait }, { trait, shape: id });
      }
    }
    for (const { trait, definition } of appliedTraits(context)) {
      if (!hasTrait(definition, "trait")) yield event("Model", { shape: trait }, { trait });
    }
  },
});
