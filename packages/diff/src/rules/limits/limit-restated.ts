import { findMovedLimits, LIMIT_CLAIMS } from "../../compare/limits.js";
import type { Rule } from "../../rule/rule.js";
import { onMember } from "../../rule/select.js";

/** Limits are written in another way and are the same. */
export const limitRestated: Rule = {
  id: "limit.restated",
  reach: "any",
  wire: "note",
  source: "note",
  verdict: "notice",
  bump: "patch",
  mirror: "limit.restated",
  ...LIMIT_CLAIMS,
  evaluate(difference, place, context) {
    return findMovedLimits(difference, context)
      .filter((limit) => !limit.tightened && !limit.loosened)
      .map(({ change, member, text }) => ({
        changes: [change],
        ...onMember(member),
        message: `${place.name(member)}: ${text}; they are the same as before.`,
      }));
  },
};
