import { createTraitRule, isAdded } from "../../rule/trait-rule.js";
import { NOTHING_BREAKS } from "../../rule/witness.js";

/** A list that callers read does not repeat an entry. */
export const responseUniqueItemsAdded = createTraitRule({
  id: "response.unique-items.added",
  reach: "response",
  wire: "note",
  source: "note",
  verdict: "safe",
  witness: NOTHING_BREAKS,
  bump: "patch",
  documents: "minor",
  mirror: "response.unique-items.removed",
  traits: ["smithy.api#uniqueItems"],
  when: isAdded,
  say: (place, delta) => ({
    message: `${place.name(delta.member)} does not repeat an entry any more.`,
  }),
});
