import { findMovedLimits, LIMIT_CLAIMS } from "../../compare/limits.js";
import type { Rule } from "../../rule/rule.js";
import { onMember } from "../../rule/select.js";

/** Values that callers could send are outside the new limits. */
export const requestLimitTightened: Rule = {
  id: "request.limit.tightened",
  reach: "request",
  wire: "error",
  source: "note",
  verdict: "breaking",
  witness: "wire",
  bump: "minor",
  mirror: ["request.limit.loosened", "request.limit.tightened"],
  ...LIMIT_CLAIMS,
  evaluate(difference, place, context) {
    return findMovedLimits(difference, context)
      .filter((limit) => limit.tightened)
      .map(({ change, member, text, beside }) => ({
        changes: [change],
        ...onMember(member),
        message: `${place.name(member)}: ${text}${beside}.`,
        affected: `you send values outside the new limits in ${place.name(member)}`,
        action: "Check such values before you send them.",
      }));
  },
};
