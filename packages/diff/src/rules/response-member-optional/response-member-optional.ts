import type { Rule } from "../../rule.js";
import { ofTrait, onMember } from "../select.js";

/** A member that was always there can be missing. */
export const responseMemberOptional: Rule = {
  id: "response.member.optional",
  reach: "response",
  wire: "error",
  source: "error",
  verdict: "breaking",
  bump: "major",
  mirror: "response.member.required",
  evaluate(difference, place) {
    return ofTrait(difference, "smithy.api#required")
      .filter((delta) => delta.after === undefined)
      .map(({ change, member }) => ({
        changes: [change],
        ...onMember(member),
        message: `${place.name(member)} can now be missing.`,
        affected: `you read ${place.name(member)} without checking`,
        action: "Check that it is there before using it.",
      }));
  },
};
