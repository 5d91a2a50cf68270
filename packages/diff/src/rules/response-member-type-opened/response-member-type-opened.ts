import type { Rule } from "../../rule.js";
import { compareTargets } from "../compare-targets.js";
import { ofKind } from "../select.js";

/** Callers can read any text where values were listed. */
export const responseMemberTypeOpened: Rule = {
  id: "response.member.type-opened",
  reach: "response",
  wire: "danger",
  source: "error",
  verdict: "check",
  bump: "major",
  mirror: "response.member.type-closed",
  evaluate(difference, place, { before, after }) {
    return ofKind(difference, "member.target.changed")
      .filter((change) => compareTargets(before, change.before, after, change.after) === "opened")
      .map((change) => ({
        changes: [change],
        member: change.member,
        message: `${place.name(change.member)} can be any text now.`,
        affected: `you switch over ${place.name(change.member)} without a default`,
        action: "Drop exhaustive matching, or add a default branch.",
      }));
  },
};
