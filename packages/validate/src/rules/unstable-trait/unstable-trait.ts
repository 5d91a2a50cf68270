import { hasTrait, type ShapeId } from "@shapelog/model";
import { appliedTraits } from "../../knowledge/applied-traits.js";
import { defineRule } from "../../rule.js";
import { traitName } from "../../trait-name.js";

/** Uses of traits that may change (Smithy 2.0, "unstable trait"). */
export const unstableTrait = defineRule({
  name: "UnstableTrait",
  events: {
    UnstableTrait: {
      severity: "warning",
      message: (d: { shape: ShapeId; trait: ShapeId }) =>
        `${d.shape} has ${traitName(d.trait)}, which is unstable: it may change or go.`,
    },
  },
  *validate(context, event) {
    for (const { trait, definition } of appliedTraits(context)) {
      if (!hasTrait(definition, "unstable")) continue;
      for (const { id } of context.withTrait(trait)) {
        yield event("UnstableTrait", { shape: id, trait, below: trait }, { shape: id, trait });
      }
    }
  },
});
