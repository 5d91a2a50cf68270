import { findMember, hasTrait } from "@shapelog/model";
import { createTraitRule, isRemoved } from "../../rule/trait-rule.js";

/** SDKs do not fill a required token in any more: callers have to. */
export const requestIdempotencyTokenDemanded = createTraitRule({
  id: "request.idempotency-token.demanded",
  reach: "request",
  wire: "danger",
  source: "error",
  verdict: "check",
  witness: "source",
  bump: "major",
  mirror: "request.idempotency-token.added",
  traits: ["smithy.api#idempotencyToken"],
  when: (delta, { after }) => {
    const member = after && delta.member !== undefined ? findMember(after, delta.member) : undefined;
    return isRemoved(delta) && member !== undefined && hasTrait(member, "required");
  },
  say: (place, delta) => ({
    message: `${place.name(delta.member)} is required and not filled in by SDKs any more; repeated calls may count twice.`,
    affected: `you leave ${place.name(delta.member)} to your SDK`,
    action: `Set ${place.name(delta.member)} yourself, to the same value in repeated calls.`,
  }),
});
