import type { Rule } from "../../rule.js";
import { findMovedLimits } from "../limits.js";
import { onMember } from "../select.js";

/** Callers may send values outside the old limits. */
export const requestLimitLoosened: Rule = {
  id: "request.limit.loosened",
  reach: "request",
  wire: "note",
  source: "note",
  verdict: "safe",
  bump: "patch",
  mirror: "request.limit.tightened",
  evaluate(difference, place) {
    return findMovedLimits(difference)
      .filter((limit) => !limit.tightened)
      .map(({ delta, text }) => ({
        changes: [delta.change],
        ...onMember(delta.member),
        message: `${place.name(delta.member)}: ${text}.`,
      }));
  },
};
