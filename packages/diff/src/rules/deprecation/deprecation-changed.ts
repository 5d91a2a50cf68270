import { describeDeprecation, planOf } from "../../compare/deprecation.js";
import { createTraitRule, isChanged } from "../../rule/trait-rule.js";
import { NOTHING_BREAKS } from "../../rule/witness.js";

/** The reason or date of a deprecation changed. */
export const deprecationChanged = createTraitRule({
  id: "deprecation.changed",
  reach: "any",
  wire: "note",
  source: "note",
  verdict: "notice",
  witness: NOTHING_BREAKS,
  bump: "patch",
  mirror: "deprecation.changed",
  traits: ["smithy.api#deprecated"],
  when: isChanged,
  say: (place, delta) => ({
    message: `${place.name(delta.member)} is deprecated for another reason or since another time.${describeDeprecation(delta.after)}`,
    ...planOf(delta.after, place),
  }),
});
