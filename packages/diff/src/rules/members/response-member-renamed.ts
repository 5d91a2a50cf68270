import { findMemberRenames } from "../../compare/member-renames.js";
import type { Rule } from "../../rule/rule.js";

/** A member that callers read has another name in programs and the same on the wire. */
export const responseMemberRenamed: Rule = {
  id: "response.member.renamed",
  reach: "response",
  wire: "note",
  source: "error",
  verdict: "check",
  witness: "source",
  bump: "major",
  mirror: "response.member.renamed",
  kinds: ["member.added", "member.removed"],
  evaluate(difference, place, context) {
    return findMemberRenames(difference, context).map(({ before, after, changes }) => ({
      changes,
      member: after,
      message: `${place.name(before)} is called ${place.name(after)} now, and travels under the name that it had.`,
      affected: `you read ${place.name(before)} in code that you compile against the new package`,
      action: `Read ${place.name(after)} instead when you update; what is read stays the same.`,
    }));
  },
};
