import type { Rule } from "../../rule.js";
import { compareTargets } from "../compare-targets.js";
import { ofKind } from "../select.js";

/** Callers may send any text. */
export const requestMemberTypeOpened: Rule = {
  id: "request.member.type-opened",
  reach: "request",
  wire: "note",
  source: "warning",
  verdict: "safe",
  bump: "minor",
  mirror: "request.member.type-closed",
  evaluate(difference, place, { before, after }) {
    return ofKind(difference, "member.target.changed")
      .filter((change) => compareTargets(before, change.before, after, change.after) === "opened")
      .map((change) => ({
        changes: [change],
        member: change.member,
        message: `${place.name(change.member)} takes any text now.`,
      }));
  },
};
