import { shapeName } from "@shapelog/model";
import type { Rule } from "../../rule.js";
import { code } from "../../words.js";
import { compareTargets } from "../compare-targets.js";
import { ofKind } from "../select.js";

/** A member in a response has a type of another name and the same structure. */
export const responseMemberTypeRenamed: Rule = {
  id: "response.member.type-renamed",
  reach: "response",
  wire: "note",
  source: "warning",
  verdict: "safe",
  bump: "minor",
  mirror: "response.member.type-renamed",
  evaluate(difference, place, { before, after }) {
    return ofKind(difference, "member.target.changed")
      .filter((change) => compareTargets(before, change.before, after, change.after) === "renamed")
      .map((change) => ({
        changes: [change],
        member: change.member,
        message: `The type of ${place.name(change.member)} has another name: ${code(shapeName(change.before))} → ${code(shapeName(change.after))}.`,
        affected: `you import the type ${code(shapeName(change.before))} by name`,
      }));
  },
};
