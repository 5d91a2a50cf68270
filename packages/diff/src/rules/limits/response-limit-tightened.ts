import { findMovedLimits, LIMIT_CLAIMS } from "../../compare/limits.js";
import type { Rule } from "../../rule/rule.js";
import { onMember } from "../../rule/select.js";
import { NOTHING_BREAKS } from "../../rule/witness.js";

/** Values that callers read are more limited than before. */
export const responseLimitTightened: Rule = {
  id: "response.limit.tightened",
  reach: "response",
  wire: "note",
  source: "note",
  verdict: "safe",
  witness: NOTHING_BREAKS,
  bump: "patch",
  documents: "minor",
  mirror: "response.limit.loosened",
  ...LIMIT_CLAIMS,
  evaluate(difference, place, context) {
    return findMovedLimits(difference, context)
      .filter((limit) => limit.tightened)
      .map(({ change, member, text, beside }) => ({
        changes: [change],
        ...onMember(member),
        message: `${place.name(member)}: ${text}${beside}.`,
      }));
  },
};
