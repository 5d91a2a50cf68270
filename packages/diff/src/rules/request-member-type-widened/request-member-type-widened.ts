import { shapeName } from "@shapelog/model";
import type { Rule } from "../../rule.js";
import { code } from "../../words.js";
import { compareTargets } from "../compare-targets.js";
import { ofKind } from "../select.js";

/** Callers may send larger numbers. */
export const requestMemberTypeWidened: Rule = {
  id: "request.member.type-widened",
  reach: "request",
  wire: "note",
  source: "note",
  verdict: "safe",
  bump: "minor",
  mirror: "request.member.type-narrowed",
  evaluate(difference, place, { before, after }) {
    return ofKind(difference, "member.target.changed")
      .filter((change) => compareTargets(before, change.before, after, change.after) === "widened")
      .map((change) => ({
        changes: [change],
        member: change.member,
        message: `${place.name(change.member)} takes larger numbers: ${code(shapeName(change.before))} → ${code(shapeName(change.after))}.`,
      }));
  },
};
