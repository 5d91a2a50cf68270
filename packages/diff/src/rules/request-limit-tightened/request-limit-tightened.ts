import type { Rule } from "../../rule.js";
import { findMovedLimits } from "../limits.js";
import { onMember } from "../select.js";

/** Values that callers could send are outside the new limits. */
export const requestLimitTightened: Rule = {
  id: "request.limit.tightened",
  reach: "request",
  wire: "error",
  source: "note",
  verdict: "breaking",
  bump: "minor",
  mirror: "request.limit.loosened",
  evaluate(difference, place) {
    return findMovedLimits(difference)
      .filter((limit) => limit.tightened)
      .map(({ delta, text }) => ({
        changes: [delta.change],
        ...onMember(delta.member),
        message: `${place.name(delta.member)}: ${text}.`,
        affected: `you send values outside the new limits in ${place.name(delta.member)}`,
        action: "Check such values before you send them.",
      }));
  },
};
