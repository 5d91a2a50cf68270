import { describeMetadata } from "../../compare/describe-metadata.js";
import type { Rule } from "../../rule/rule.js";
import { NOTHING_BREAKS } from "../../rule/witness.js";

/** Metadata of the model has another value. */
export const metadataChanged: Rule = {
  id: "metadata.changed",
  reach: "model",
  wire: "note",
  source: "note",
  verdict: "notice",
  witness: NOTHING_BREAKS,
  bump: "patch",
  mirror: "metadata.changed",
  kinds: ["metadata.changed"],
  evaluate: (difference) => describeMetadata(difference, "metadata.changed", "changed"),
};
