import { createTraitRule, isAdded } from "../../rule/trait-rule.js";

/** A list that callers send may not repeat an entry. */
export const requestUniqueItemsAdded = createTraitRule({
  id: "request.unique-items.added",
  reach: "request",
  wire: "error",
  source: "note",
  verdict: "breaking",
  witness: "wire",
  bump: "minor",
  mirror: "request.unique-items.removed",
  traits: ["smithy.api#uniqueItems"],
  when: isAdded,
  say: (place, delta) => ({
    message: `${place.name(delta.member)} may not repeat an entry now.`,
    affected: `you send ${place.name(delta.member)} with an entry twice`,
    action: "Send each entry once.",
  }),
});
