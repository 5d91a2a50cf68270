import { findMovedLimits, LIMIT_CLAIMS } from "../../compare/limits.js";
import type { Rule } from "../../rule/rule.js";
import { onMember } from "../../rule/select.js";
import { NOTHING_BREAKS } from "../../rule/witness.js";

/** Limits are written in another way, or came or went and limited nothing. */
export const limitRestated: Rule = {
  id: "limit.restated",
  reach: "any",
  wire: "note",
  source: "note",
  verdict: "notice",
  witness: NOTHING_BREAKS,
  bump: "patch",
  mirror: "limit.restated",
  ...LIMIT_CLAIMS,
  evaluate(difference, place, context) {
    return findMovedLimits(difference, context)
      .filter((limit) => !limit.tightened && !limit.loosened)
      .map(({ change, member, text, same }) => ({
        changes: [change],
        ...onMember(member),
        message: `${place.name(member)}: ${text}; ${same}.`,
      }));
  },
};
