import { findOptionality, OPTIONALITY_CLAIMS } from "../../compare/optionality.js";
import type { Rule } from "../../rule/rule.js";
import { onMember } from "../../rule/select.js";

/** A member that was always there can be missing. */
export const responseMemberOptional: Rule = {
  id: "response.member.optional",
  reach: "response",
  wire: "error",
  source: "error",
  verdict: "breaking",
  witness: "both",
  bump: "major",
  mirror: "response.member.required",
  ...OPTIONALITY_CLAIMS,
  evaluate(difference, place, context) {
    return findOptionality(difference, context)
      .filter(({ promised }) => promised.before && !promised.after)
      .map(({ member, changes }) => ({
        changes,
        ...onMember(member),
        message: `${place.name(member)} can now be missing.`,
        affected: `you read ${place.name(member)} without checking`,
        action: "Check that it is there before using it.",
      }));
  },
};
