import type { Rule } from "../../rule.js";
import { findMovedLimits } from "../limits.js";
import { onMember } from "../select.js";

/** Longer or larger values can arrive. */
export const responseLimitLoosened: Rule = {
  id: "response.limit.loosened",
  reach: "response",
  wire: "warning",
  source: "note",
  verdict: "check",
  bump: "minor",
  mirror: "response.limit.tightened",
  evaluate(difference, place) {
    return findMovedLimits(difference)
      .filter((limit) => !limit.tightened)
      .map(({ delta, text }) => ({
        changes: [delta.change],
        ...onMember(delta.member),
        message: `${place.name(delta.member)}: ${text}.`,
        affected: "you keep it in a buffer, a column or a field of limited size",
        action: "Check that the new limit fits.",
      }));
  },
};
