import { createTraitRule, isAdded } from "../../rule/trait-rule.js";
import { NOTHING_BREAKS } from "../../rule/witness.js";

/** A list or map that callers send may hold nulls. */
export const requestSparseAdded = createTraitRule({
  id: "request.sparse.added",
  reach: "request",
  wire: "note",
  source: "note",
  verdict: "safe",
  witness: NOTHING_BREAKS,
  bump: "minor",
  mirror: "request.sparse.removed",
  traits: ["smithy.api#sparse"],
  when: isAdded,
  say: (place, delta) => ({
    message: `${place.name(delta.member)} may hold nulls now.`,
  }),
});
