import { createTraitRule, isRemoved } from "../../rule/trait-rule.js";
import { NOTHING_BREAKS } from "../../rule/witness.js";

/** Something is not marked as deprecated any more. */
export const deprecationRemoved = createTraitRule({
  id: "deprecation.removed",
  reach: "any",
  wire: "note",
  source: "note",
  verdict: "notice",
  witness: NOTHING_BREAKS,
  bump: "minor",
  mirror: "deprecation.added",
  traits: ["smithy.api#deprecated"],
  when: isRemoved,
  say: (place, delta) => ({ message: `${place.name(delta.member)} is no longer deprecated.` }),
});
