import { describeTrait } from "../../compare/describe-trait.js";
import { OPTIONALITY_TRAITS } from "../../compare/optionality.js";
import { createTraitRule } from "../../rule/trait-rule.js";
import { NOTHING_BREAKS } from "../../rule/witness.js";

/** A hint about absent values changed that decides nothing by itself. */
export const optionalityChanged = createTraitRule({
  id: "optionality.changed",
  reach: "any",
  wire: "note",
  source: "note",
  verdict: "notice",
  witness: NOTHING_BREAKS,
  bump: "patch",
  mirror: ["optionality.changed", "request.idempotency-token.required"],
  traits: [...OPTIONALITY_TRAITS, "smithy.api#input", "smithy.api#output"],
  say: (place, delta) => ({
    message: `${place.name(delta.member)} has another hint about absent values: ${describeTrait(delta)}.`,
  }),
});
