import { createTraitRule, isRemoved } from "../../rule/trait-rule.js";

/** A list or map that callers send may not hold nulls any more. */
export const requestSparseRemoved = createTraitRule({
  id: "request.sparse.removed",
  reach: "request",
  wire: "error",
  source: "error",
  verdict: "breaking",
  witness: "both",
  bump: "major",
  mirror: "request.sparse.added",
  traits: ["smithy.api#sparse"],
  when: isRemoved,
  say: (place, delta) => ({
    message: `${place.name(delta.member)} may not hold nulls any more.`,
    affected: `you send nulls in ${place.name(delta.member)}`,
    action: "Leave the nulls out.",
  }),
});
