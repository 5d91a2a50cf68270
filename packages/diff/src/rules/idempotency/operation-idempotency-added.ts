import { createTraitRule, isAdded } from "../../rule/trait-rule.js";
import { NOTHING_BREAKS } from "../../rule/witness.js";

/** An operation is said to be safe to repeat. */
export const operationIdempotencyAdded = createTraitRule({
  id: "operation.idempotency.added",
  reach: "any",
  wire: "note",
  source: "note",
  verdict: "safe",
  witness: NOTHING_BREAKS,
  bump: "minor",
  mirror: "operation.idempotency.removed",
  traits: ["smithy.api#readonly", "smithy.api#idempotent"],
  when: isAdded,
  say: (place, delta) => ({
    message: `${place.name(delta.member)} is ${delta.change.trait === "smithy.api#readonly" ? "read-only" : "idempotent"}, so that it may be repeated.`,
  }),
});
