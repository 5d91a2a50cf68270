import { shapeName } from "@shapelog/model";
import type { Rule } from "../../rule.js";
import { code } from "../../words.js";
import { compareTargets } from "../compare-targets.js";
import { ofKind } from "../select.js";

/** A member in a response has a type of the same kind with other limits. */
export const responseMemberTypeLimited: Rule = {
  id: "response.member.type-limited",
  reach: "response",
  wire: "warning",
  source: "note",
  verdict: "check",
  bump: "minor",
  mirror: "response.member.type-limited",
  evaluate(difference, place, { before, after }) {
    return ofKind(difference, "member.target.changed")
      .filter((change) => compareTargets(before, change.before, after, change.after) === "limited")
      .map((change) => ({
        changes: [change],
        member: change.member,
        message: `${place.name(change.member)} has other limits: ${code(shapeName(change.before))} → ${code(shapeName(change.after))}.`,
        affected: "your values are near the limits",
        action: "Compare the limits of both types.",
      }));
  },
};
