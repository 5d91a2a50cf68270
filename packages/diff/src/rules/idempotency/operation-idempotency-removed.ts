import { createTraitRule, isRemoved } from "../../rule/trait-rule.js";

/** An operation is not said to be safe to repeat any more. */
export const operationIdempotencyRemoved = createTraitRule({
  id: "operation.idempotency.removed",
  reach: "any",
  wire: "danger",
  source: "note",
  verdict: "check",
  witness: { none: "that a call can be repeated is in no type and in no document" },
  bump: "minor",
  mirror: "operation.idempotency.added",
  traits: ["smithy.api#readonly", "smithy.api#idempotent"],
  when: isRemoved,
  say: (place, delta) => ({
    message: `${place.name(delta.member)} is not said to be ${delta.change.trait === "smithy.api#readonly" ? "read-only" : "idempotent"} any more.`,
    affected: "you or your SDK repeat it on errors",
    action: "Check that a repeated call does no harm.",
  }),
});
