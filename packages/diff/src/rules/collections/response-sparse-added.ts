import { createTraitRule, isAdded } from "../../rule/trait-rule.js";

/** A list or map that callers read can hold nulls. */
export const responseSparseAdded = createTraitRule({
  id: "response.sparse.added",
  reach: "response",
  wire: "error",
  source: "error",
  verdict: "breaking",
  witness: "both",
  bump: "major",
  mirror: "response.sparse.removed",
  traits: ["smithy.api#sparse"],
  when: isAdded,
  say: (place, delta) => ({
    message: `${place.name(delta.member)} can hold nulls now.`,
    affected: `you read the entries of ${place.name(delta.member)}`,
    action: "Check each entry for null.",
  }),
});
