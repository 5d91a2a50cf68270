import { describeMetadata } from "../../compare/describe-metadata.js";
import type { Rule } from "../../rule/rule.js";
import { NOTHING_BREAKS } from "../../rule/witness.js";

/** The model has metadata that it had not. */
export const metadataAdded: Rule = {
  id: "metadata.added",
  reach: "model",
  wire: "note",
  source: "note",
  verdict: "notice",
  witness: NOTHING_BREAKS,
  bump: "patch",
  mirror: "metadata.removed",
  kinds: ["metadata.added"],
  evaluate: (difference) => describeMetadata(difference, "metadata.added", "is new"),
};
