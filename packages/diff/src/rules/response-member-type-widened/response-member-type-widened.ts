import { shapeName } from "@shapelog/model";
import type { Rule } from "../../rule.js";
import { code } from "../../words.js";
import { compareTargets } from "../compare-targets.js";
import { ofKind } from "../select.js";

/** Callers can read larger numbers. */
export const responseMemberTypeWidened: Rule = {
  id: "response.member.type-widened",
  reach: "response",
  wire: "warning",
  source: "note",
  verdict: "check",
  bump: "minor",
  mirror: "response.member.type-narrowed",
  evaluate(difference, place, { before, after }) {
    return ofKind(difference, "member.target.changed")
      .filter((change) => compareTargets(before, change.before, after, change.after) === "widened")
      .map((change) => ({
        changes: [change],
        member: change.member,
        message: `${place.name(change.member)} can hold larger numbers: ${code(shapeName(change.before))} → ${code(shapeName(change.after))}.`,
        affected: "you keep it in 32 bits, or as a JavaScript number beyond 2^53",
        action: "Check casts and columns.",
      }));
  },
};
