import { describeMetadata } from "../../compare/describe-metadata.js";
import type { Rule } from "../../rule/rule.js";
import { NOTHING_BREAKS } from "../../rule/witness.js";

/** The model has metadata no more. */
export const metadataRemoved: Rule = {
  id: "metadata.removed",
  reach: "model",
  wire: "note",
  source: "note",
  verdict: "notice",
  witness: NOTHING_BREAKS,
  bump: "patch",
  mirror: "metadata.added",
  kinds: ["metadata.removed"],
  evaluate: (difference) => describeMetadata(difference, "metadata.removed", "is gone"),
};
