import { findMovedLimits, LIMIT_CLAIMS } from "../../compare/limits.js";
import type { Rule } from "../../rule/rule.js";
import { onMember } from "../../rule/select.js";

/** Longer or larger values can arrive. */
export const responseLimitLoosened: Rule = {
  id: "response.limit.loosened",
  reach: "response",
  wire: "warning",
  source: "note",
  verdict: "check",
  bump: "minor",
  mirror: ["response.limit.tightened", "response.limit.loosened"],
  ...LIMIT_CLAIMS,
  evaluate(difference, place, context) {
    return findMovedLimits(difference, context)
      .filter((limit) => limit.loosened)
      .map(({ change, member, text }) => ({
        changes: [change],
        ...onMember(member),
        message: `${place.name(member)}: ${text}.`,
        affected: "you keep it in a buffer, a column or a field of limited size",
        action: "Check that the new limit fits.",
      }));
  },
};
