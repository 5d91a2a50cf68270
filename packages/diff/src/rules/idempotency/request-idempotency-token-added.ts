import { createTraitRule, isAdded } from "../../rule/trait-rule.js";
import { NOTHING_BREAKS } from "../../rule/witness.js";

/** SDKs fill a token in by themselves, so that a repeated call counts once. */
export const requestIdempotencyTokenAdded = createTraitRule({
  id: "request.idempotency-token.added",
  reach: "request",
  wire: "note",
  source: "note",
  verdict: "safe",
  witness: NOTHING_BREAKS,
  bump: "minor",
  mirror: ["request.idempotency-token.removed", "request.idempotency-token.demanded"],
  traits: ["smithy.api#idempotencyToken"],
  when: isAdded,
  say: (place, delta) => ({
    message: `${place.name(delta.member)} is filled in by SDKs now, so that a repeated call counts once.`,
  }),
});
