import { OPTIONALITY_TRAITS } from "../../compare/optionality.js";
import { createTraitRule, wordOf } from "../../rule/trait-rule.js";
import { code } from "../../words.js";

/** A hint about absent values changed that decides nothing by itself. */
export const optionalityChanged = createTraitRule({
  id: "optionality.changed",
  reach: "any",
  wire: "note",
  source: "note",
  verdict: "notice",
  bump: "patch",
  mirror: "optionality.changed",
  traits: [...OPTIONALITY_TRAITS, "smithy.api#input", "smithy.api#output"],
  say: (place, delta) => ({
    message: `${place.name(delta.member)} has another hint about absent values: ${code(delta.change.trait)} ${wordOf(delta)}.`,
  }),
});
