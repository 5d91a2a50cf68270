import { shapeName } from "@shapelog/model";
import type { Rule } from "../../rule.js";
import { code } from "../../words.js";
import { compareTargets } from "../compare-targets.js";
import { ofKind } from "../select.js";

/** Numbers that callers could send are too large now. */
export const requestMemberTypeNarrowed: Rule = {
  id: "request.member.type-narrowed",
  reach: "request",
  wire: "error",
  source: "note",
  verdict: "breaking",
  bump: "minor",
  mirror: "request.member.type-widened",
  evaluate(difference, place, { before, after }) {
    return ofKind(difference, "member.target.changed")
      .filter((change) => compareTargets(before, change.before, after, change.after) === "narrowed")
      .map((change) => ({
        changes: [change],
        member: change.member,
        message: `${place.name(change.member)} takes smaller numbers: ${code(shapeName(change.before))} → ${code(shapeName(change.after))}.`,
        affected: `you send large numbers in ${place.name(change.member)}`,
        action: "Check the numbers you send.",
      }));
  },
};
