import type { Rule } from "../../rule.js";
import { compareTargets } from "../compare-targets.js";
import { ofKind } from "../select.js";

/** A text that callers send is limited to listed values. */
export const requestMemberTypeClosed: Rule = {
  id: "request.member.type-closed",
  reach: "request",
  wire: "error",
  source: "error",
  verdict: "breaking",
  bump: "major",
  mirror: "request.member.type-opened",
  evaluate(difference, place, { before, after }) {
    return ofKind(difference, "member.target.changed")
      .filter((change) => compareTargets(before, change.before, after, change.after) === "closed")
      .map((change) => ({
        changes: [change],
        member: change.member,
        message: `${place.name(change.member)} is limited to listed values now.`,
        affected: `you send other texts in ${place.name(change.member)}`,
        action: "Send one of the listed values.",
      }));
  },
};
