import { createTraitRule, isRemoved } from "../../rule/trait-rule.js";

/** A list that callers read may repeat an entry. */
export const responseUniqueItemsRemoved = createTraitRule({
  id: "response.unique-items.removed",
  reach: "response",
  wire: "warning",
  source: "note",
  verdict: "check",
  witness: "wire",
  bump: "minor",
  mirror: "response.unique-items.added",
  traits: ["smithy.api#uniqueItems"],
  when: isRemoved,
  say: (place, delta) => ({
    message: `${place.name(delta.member)} may repeat an entry now.`,
    affected: `you take the entries of ${place.name(delta.member)} for unique`,
    action: "Check what a repeated entry does.",
  }),
});
