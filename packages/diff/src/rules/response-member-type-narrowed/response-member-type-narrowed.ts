import { shapeName } from "@shapelog/model";
import type { Rule } from "../../rule.js";
import { code } from "../../words.js";
import { compareTargets } from "../compare-targets.js";
import { ofKind } from "../select.js";

/** Callers read smaller numbers. */
export const responseMemberTypeNarrowed: Rule = {
  id: "response.member.type-narrowed",
  reach: "response",
  wire: "note",
  source: "note",
  verdict: "safe",
  bump: "minor",
  mirror: "response.member.type-widened",
  evaluate(difference, place, { before, after }) {
    return ofKind(difference, "member.target.changed")
      .filter((change) => compareTargets(before, change.before, after, change.after) === "narrowed")
      .map((change) => ({
        changes: [change],
        member: change.member,
        message: `${place.name(change.member)} holds smaller numbers: ${code(shapeName(change.before))} → ${code(shapeName(change.after))}.`,
      }));
  },
};
