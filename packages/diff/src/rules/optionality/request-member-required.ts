import { isNothing } from "../../compare/describe.js";
import { findOptionality, OPTIONALITY_CLAIMS } from "../../compare/optionality.js";
import { callWords } from "../../rule/call-words.js";
import type { Rule } from "../../rule/rule.js";
import { onMember } from "../../rule/select.js";

/** A member callers could leave out has to be sent. */
export const requestMemberRequired: Rule = {
  id: "request.member.required",
  reach: "request",
  wire: "error",
  source: "error",
  verdict: "breaking",
  witness: "both",
  bump: "major",
  mirror: "request.member.optional",
  ...OPTIONALITY_CLAIMS,
  evaluate(difference, place, context) {
    return findOptionality(difference, context)
      .filter(({ demanded }) => !demanded.before && demanded.after)
      .filter(({ defaultValue }) => isNothing(defaultValue.after))
      .map(({ member, changes }) => ({
        changes,
        ...onMember(member),
        message: `${place.name(member)} is now required.`,
        affected: callWords(place, member).without,
        action: `${callWords(place, member).set}.`,
      }));
  },
};
