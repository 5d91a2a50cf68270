import { createTraitRule, isRemoved } from "../../rule/trait-rule.js";

/** SDKs do not fill a token in any more; repeated calls may count twice. */
export const requestIdempotencyTokenRemoved = createTraitRule({
  id: "request.idempotency-token.removed",
  reach: "request",
  wire: "danger",
  source: "note",
  verdict: "check",
  witness: { none: "the token stays valid, and is no longer filled in" },
  bump: "minor",
  mirror: "request.idempotency-token.added",
  traits: ["smithy.api#idempotencyToken"],
  when: isRemoved,
  say: (place, delta) => ({
    message: `${place.name(delta.member)} is not filled in by SDKs any more; repeated calls may count twice.`,
    affected: "your calls are repeated on errors",
    action: `Set ${place.name(delta.member)} yourself.`,
  }),
});
