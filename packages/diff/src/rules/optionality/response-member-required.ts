import { isNothing } from "../../compare/describe.js";
import { defaultWords } from "../../compare/describe-trait.js";
import { findOptionality, OPTIONALITY_CLAIMS } from "../../compare/optionality.js";
import type { Rule } from "../../rule/rule.js";
import { onMember } from "../../rule/select.js";
import { NOTHING_BREAKS } from "../../rule/witness.js";

/** A member that could be missing is now always there. */
export const responseMemberRequired: Rule = {
  id: "response.member.required",
  reach: "response",
  wire: "note",
  source: "note",
  verdict: "safe",
  witness: NOTHING_BREAKS,
  bump: "minor",
  mirror: "response.member.optional",
  ...OPTIONALITY_CLAIMS,
  evaluate(difference, place, context) {
    return findOptionality(difference, context)
      .filter(({ promised }) => !promised.before && promised.after)
      .map(({ member, changes, defaultValue: { after } }) => ({
        changes,
        ...onMember(member),
        message: `${place.name(member)} is now always there${isNothing(after) ? "" : `; where nothing is sent it is ${defaultWords(after)}`}.`,
        action: "You may drop the check for its absence.",
      }));
  },
};
