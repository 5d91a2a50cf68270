import { hasTrait, isNodeObject, type Shape, type ShapeId } from "@shapelog/model";
import { appliedTraits } from "../../knowledge/applied-traits.js";
import { defineRule } from "../../rule.js";
import { traitName } from "../../trait-name.js";

/** Traits on shapes that their selectors do not match (Smithy 2.0, "Trait selectors"). */
export const traitTarget = defineRule({
  name: "TraitTarget",
  stage: "critical",
  events: {
    TraitTarget: {
      severity: "error",
      message: (d: { trait: ShapeId; shape: ShapeId; selector?: string | undefined }) =>
        d.selector === undefined
          ? `${d.shape} has ${traitName(d.trait)}, which is a mixin and so no trait.`
          : `${d.shape} cannot have ${traitName(d.trait)}: it is for shapes that match ${d.selector}.`,
    },
  },
  *validate(context, event) {
    for (const { trait, definition } of appliedTraits(context)) {
      const uses = context.withTrait(trait);
      if (hasTrait(definition, "mixin")) {
        for (const { id } of uses) yield event("TraitTarget", { shape: id, trait }, { trait, shape: id });
      }
      const selector = selectorOf(definition);
      if (selector === undefined || selector === "*") continue;
      const matches = context.selecting.filter(
        selector,
        uses.map(({ id }) => id),
      );
      if (!matches) continue;
      for (const { id } of uses) {
        if (matches.has(id)) continue;
        const shown = selector.replaceAll(/\s+/g, " ").trim();
        yield event("TraitTarget", { shape: id, trait }, { trait, shape: id, selector: shown });
      }
    }
  },
});

function selectorOf(definition: Shape): string | undefined {
  const value = definition.traits["smithy.api#trait"];
  return isNodeObject(value) && typeof value.selector === "string" ? value.selector : undefined;
}
