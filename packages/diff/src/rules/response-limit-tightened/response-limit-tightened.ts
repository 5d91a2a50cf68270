import type { Rule } from "../../rule.js";
import { findMovedLimits } from "../limits.js";
import { onMember } from "../select.js";

/** Values that callers read are more limited than before. */
export const responseLimitTightened: Rule = {
  id: "response.limit.tightened",
  reach: "response",
  wire: "note",
  source: "note",
  verdict: "safe",
  bump: "patch",
  mirror: "response.limit.loosened",
  evaluate(difference, place) {
    return findMovedLimits(difference)
      .filter((limit) => limit.tightened)
      .map(({ delta, text }) => ({
        changes: [delta.change],
        ...onMember(delta.member),
        message: `${place.name(delta.member)}: ${text}.`,
      }));
  },
};
