import { findMemberRenames } from "../../compare/member-renames.js";
import type { Rule } from "../../rule/rule.js";

/** A member that callers send has another name in programs and the same on the wire. */
export const requestMemberRenamed: Rule = {
  id: "request.member.renamed",
  reach: "request",
  wire: "note",
  source: "error",
  verdict: "check",
  witness: "source",
  bump: "major",
  mirror: "request.member.renamed",
  kinds: ["member.added", "member.removed"],
  evaluate(difference, place, context) {
    return findMemberRenames(difference, context).map(({ before, after, changes }) => ({
      changes,
      member: after,
      message: `${place.name(before)} is called ${place.name(after)} now, and travels under the name that it had.`,
      affected: `you set ${place.name(before)} in code that you compile against the new package`,
      action: `Set ${place.name(after)} instead when you update; what is sent stays the same.`,
    }));
  },
};
