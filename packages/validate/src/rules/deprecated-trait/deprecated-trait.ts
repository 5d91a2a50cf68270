import { deprecated, hasTrait, type ShapeId } from "@shapelog/model";
import { appliedTraits } from "../../knowledge/applied-traits.js";
import { defineRule } from "../../rule.js";
import { traitName } from "../../trait-name.js";

/** Uses of traits that are deprecated (Smithy 2.0, "deprecated trait"). */
export const deprecatedTrait = defineRule({
  name: "DeprecatedTrait",
  events: {
    DeprecatedTrait: {
      severity: "warning",
      message: (d: { shape: ShapeId; trait: ShapeId; message?: string | undefined }) =>
        `${d.shape} has ${traitName(d.trait)}, which is deprecated${d.message === undefined ? "." : `: ${d.message}`}`,
    },
  },
  *validate(context, event) {
    for (const { trait, definition } of appliedTraits(context)) {
      // @enum is told of by the reader, which turns it into an enum shape.
      if (!hasTrait(definition, "deprecated") || trait === "smithy.api#enum") continue;
      const message = deprecated(definition)?.message;
      for (const { id } of context.withTrait(trait)) {
        yield event("DeprecatedTrait", { shape: id, trait }, { shape: id, trait, message });
      }
    }
  },
});
