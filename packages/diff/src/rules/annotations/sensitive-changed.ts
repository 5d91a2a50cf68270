import { createTraitRule, isRemoved } from "../../rule/trait-rule.js";
import { NOTHING_BREAKS } from "../../rule/witness.js";

/** Data was marked as sensitive, or the mark went. */
export const sensitiveChanged = createTraitRule({
  id: "sensitive.changed",
  reach: "any",
  wire: "note",
  source: "note",
  verdict: "notice",
  witness: NOTHING_BREAKS,
  bump: "patch",
  mirror: "sensitive.changed",
  traits: ["smithy.api#sensitive"],
  say: (place, delta) => ({
    message: `${place.name(delta.member)} is ${isRemoved(delta) ? "not marked as sensitive any more; SDKs may write it to logs" : "marked as sensitive; keep it out of logs"}.`,
  }),
});
