import { isNothing } from "../../compare/describe.js";
import { defaultWords } from "../../compare/describe-trait.js";
import { findOptionality, OPTIONALITY_CLAIMS } from "../../compare/optionality.js";
import type { Rule } from "../../rule/rule.js";
import { onMember } from "../../rule/select.js";
import { NOTHING_BREAKS } from "../../rule/witness.js";

/** A member callers had to send may be left out. */
export const requestMemberOptional: Rule = {
  id: "request.member.optional",
  reach: "request",
  wire: "note",
  source: "note",
  verdict: "safe",
  witness: NOTHING_BREAKS,
  bump: "minor",
  mirror: ["request.member.required", "request.member.required-with-default"],
  ...OPTIONALITY_CLAIMS,
  evaluate(difference, place, context) {
    return findOptionality(difference, context)
      .filter(({ demanded }) => demanded.before && !demanded.after)
      .map(({ member, changes, defaultValue: { after } }) => ({
        changes,
        ...onMember(member),
        message: `${place.name(member)} may now be left out${isNothing(after) ? "" : `, which means ${defaultWords(after)}`}.`,
      }));
  },
};
