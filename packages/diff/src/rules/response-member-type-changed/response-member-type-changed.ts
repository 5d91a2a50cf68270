import { shapeName } from "@shapelog/model";
import type { Rule } from "../../rule.js";
import { code } from "../../words.js";
import { ofKind } from "../select.js";

/** A member that callers read has another type. */
export const responseMemberTypeChanged: Rule = {
  id: "response.member.type-changed",
  reach: "response",
  wire: "error",
  source: "error",
  verdict: "breaking",
  bump: "major",
  mirror: "response.member.type-changed",
  evaluate(difference, place) {
    return ofKind(difference, "member.target.changed").map((change) => ({
      changes: [change],
      member: change.member,
      message: `${place.name(change.member)} is now a ${code(shapeName(change.after))}; it was a ${code(shapeName(change.before))}.`,
      affected: `you read ${place.name(change.member)}`,
      action: "Change how you parse and store it.",
    }));
  },
};
