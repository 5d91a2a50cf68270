import { createTraitRule, isRemoved } from "../../rule/trait-rule.js";
import { NOTHING_BREAKS } from "../../rule/witness.js";

/** A list that callers send may repeat an entry. */
export const requestUniqueItemsRemoved = createTraitRule({
  id: "request.unique-items.removed",
  reach: "request",
  wire: "note",
  source: "note",
  verdict: "safe",
  witness: NOTHING_BREAKS,
  bump: "patch",
  documents: "minor",
  mirror: "request.unique-items.added",
  traits: ["smithy.api#uniqueItems"],
  when: isRemoved,
  say: (place, delta) => ({
    message: `${place.name(delta.member)} may repeat an entry now.`,
  }),
});
