import { describeDeprecation, planOf } from "../../compare/deprecation.js";
import { createTraitRule, isAdded } from "../../rule/trait-rule.js";
import { NOTHING_BREAKS } from "../../rule/witness.js";

/** Something was marked as deprecated. */
export const deprecationAdded = createTraitRule({
  id: "deprecation.added",
  reach: "any",
  wire: "note",
  source: "note",
  verdict: "notice",
  witness: NOTHING_BREAKS,
  bump: "minor",
  mirror: "deprecation.removed",
  traits: ["smithy.api#deprecated"],
  when: isAdded,
  say: (place, delta) => ({
    message: `${place.name(delta.member)} is deprecated${place.reach === "response" ? "; it is still returned" : "; it still works"}.${describeDeprecation(delta.after)}`,
    ...planOf(delta.after, place),
  }),
});
