import { findMovedLimits, LIMIT_CLAIMS } from "../../compare/limits.js";
import type { Rule } from "../../rule/rule.js";
import { onMember } from "../../rule/select.js";
import { NOTHING_BREAKS } from "../../rule/witness.js";

/** Callers may send values outside the old limits. */
export const requestLimitLoosened: Rule = {
  id: "request.limit.loosened",
  reach: "request",
  wire: "note",
  source: "note",
  verdict: "safe",
  witness: NOTHING_BREAKS,
  bump: "patch",
  documents: "minor",
  mirror: "request.limit.tightened",
  ...LIMIT_CLAIMS,
  evaluate(difference, place, context) {
    return findMovedLimits(difference, context)
      .filter((limit) => limit.loosened)
      .map(({ change, member, text, besideLooser }) => ({
        changes: [change],
        ...onMember(member),
        message: `${place.name(member)}: ${text}${besideLooser}.`,
      }));
  },
};
