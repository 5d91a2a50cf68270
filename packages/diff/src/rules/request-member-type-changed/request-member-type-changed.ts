import { shapeName } from "@shapelog/model";
import type { Rule } from "../../rule.js";
import { code } from "../../words.js";
import { ofKind } from "../select.js";

/** A member that callers send has another type. */
export const requestMemberTypeChanged: Rule = {
  id: "request.member.type-changed",
  reach: "request",
  wire: "error",
  source: "error",
  verdict: "breaking",
  bump: "major",
  mirror: "request.member.type-changed",
  evaluate(difference, place) {
    return ofKind(difference, "member.target.changed").map((change) => ({
      changes: [change],
      member: change.member,
      message: `${place.name(change.member)} is now a ${code(shapeName(change.after))}; it was a ${code(shapeName(change.before))}.`,
      affected: `you set ${place.name(change.member)}`,
      action: "Send it in its new form; the old one can be rejected.",
    }));
  },
};
