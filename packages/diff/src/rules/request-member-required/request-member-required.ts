import type { Rule } from "../../rule.js";
import { ofTrait, onMember } from "../select.js";

/** A member callers could leave out is now required. */
export const requestMemberRequired: Rule = {
  id: "request.member.required",
  reach: "request",
  wire: "error",
  source: "error",
  verdict: "breaking",
  bump: "major",
  mirror: "request.member.optional",
  evaluate(difference, place) {
    return ofTrait(difference, "smithy.api#required")
      .filter((delta) => delta.before === undefined)
      .map(({ change, member }) => ({
        changes: [change],
        ...onMember(member),
        message: `${place.name(member)} is now required.`,
        affected: `you call without ${place.name(member)}`,
        action: `Set ${place.name(member)} in every call.`,
      }));
  },
};
