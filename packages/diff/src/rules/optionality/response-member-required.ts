import { isNothing } from "../../compare/describe.js";
import { defaultWords } from "../../compare/describe-trait.js";
import { isErrorMessage } from "../../compare/error-message.js";
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
  mirror: ["response.member.optional", "response.error-message.changed"],
  ...OPTIONALITY_CLAIMS,
  evaluate(difference, place, context) {
    return findOptionality(difference, context)
      .filter(({ promised }) => !promised.before && promised.after)
      .map(({ member, changes, defaultValue: { after } }) => ({
        changes,
        ...onMember(member),
        ...(isErrorMessage(difference, member, { place, context })
          ? {
              message: `${place.name(member)} is always a member now; the error's own message was there before.`,
            }
          : {
              message: `${place.name(member)} is now always there${isNothing(after) ? "" : `; where nothing is sent it is ${defaultWords(after)}`}.`,
              action: "You may drop the check for its absence.",
            }),
      }));
  },
};
