import type { Rule } from "../../rule.js";
import { ofTrait, onMember } from "../select.js";

/** A member that could be missing is now always there. */
export const responseMemberRequired: Rule = {
  id: "response.member.required",
  reach: "response",
  wire: "note",
  source: "note",
  verdict: "safe",
  bump: "minor",
  mirror: "response.member.optional",
  evaluate(difference, place) {
    return ofTrait(difference, "smithy.api#required")
      .filter((delta) => delta.before === undefined)
      .map(({ change, member }) => ({
        changes: [change],
        ...onMember(member),
        message: `${place.name(member)} is now always there.`,
        action: "You may drop the check for its absence.",
      }));
  },
};
