import { createTraitRule, isRemoved } from "../../rule/trait-rule.js";
import { NOTHING_BREAKS } from "../../rule/witness.js";

/** A list or map that callers read holds no nulls any more. */
export const responseSparseRemoved = createTraitRule({
  id: "response.sparse.removed",
  reach: "response",
  wire: "note",
  source: "note",
  verdict: "safe",
  witness: NOTHING_BREAKS,
  bump: "minor",
  mirror: "response.sparse.added",
  traits: ["smithy.api#sparse"],
  when: isRemoved,
  say: (place, delta) => ({
    message: `${place.name(delta.member)} holds no nulls any more.`,
  }),
});
