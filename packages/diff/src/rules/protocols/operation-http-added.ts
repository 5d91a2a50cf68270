import { describeTrait } from "../../compare/describe-trait.js";
import { createTraitRule, isAdded } from "../../rule/trait-rule.js";
import { NOTHING_BREAKS } from "../../rule/witness.js";

/** An operation has an HTTP method and URI of its own now; only protocols that use them follow. */
export const operationHttpAdded = createTraitRule({
  id: "operation.http.added",
  reach: "any",
  wire: "note",
  source: "note",
  verdict: "notice",
  witness: NOTHING_BREAKS,
  bump: "patch",
  documents: "minor",
  mirror: "operation.http.removed",
  traits: ["smithy.api#http"],
  when: isAdded,
  say: (place, delta) => ({
    message: `${place.name(delta.member)} has an HTTP method and URI of its own now: ${describeTrait(delta)}.`,
  }),
});
