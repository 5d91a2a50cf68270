import type { Rule } from "../../rule.js";
import { compareTargets } from "../compare-targets.js";
import { ofKind } from "../select.js";

/** A text that callers read is one of listed values. */
export const responseMemberTypeClosed: Rule = {
  id: "response.member.type-closed",
  reach: "response",
  wire: "note",
  source: "warning",
  verdict: "safe",
  bump: "minor",
  mirror: "response.member.type-opened",
  evaluate(difference, place, { before, after }) {
    return ofKind(difference, "member.target.changed")
      .filter((change) => compareTargets(before, change.before, after, change.after) === "closed")
      .map((change) => ({
        changes: [change],
        member: change.member,
        message: `${place.name(change.member)} is one of listed values now.`,
      }));
  },
};
