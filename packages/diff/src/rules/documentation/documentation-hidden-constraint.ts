import { findNewConstraintWords, hasOtherLimits, isOfLimits } from "../../compare/hidden-constraint.js";
import { createTraitRule } from "../../rule/trait-rule.js";
import { NOTHING_BREAKS } from "../../rule/witness.js";
import { codeList } from "../../words.js";

/** A text changed and may state a rule that the model cannot show. */
export const documentationHiddenConstraint = createTraitRule({
  id: "documentation.hidden-constraint",
  reach: "any",
  wire: "note",
  source: "note",
  verdict: "notice",
  witness: NOTHING_BREAKS,
  bump: "patch",
  mirror: "documentation.changed",
  traits: ["smithy.api#documentation"],
  when: ({ before, after, member }, difference, context) => {
    const words = findNewConstraintWords(before, after);
    return words.length > 0 && !(words.every(isOfLimits) && hasOtherLimits(difference, member, context));
  },
  say: (place, { member, before, after }) => ({
    message: `The text of ${place.name(member)} changed and may add a rule (it says ${codeList(findNewConstraintWords(before, after))}): a possible hidden constraint.`,
    affected:
      place.reach === "response"
        ? `you count on ${place.name(member)} being what only the old text says`
        : `you use ${place.name(member)} in a way that the new text rules out`,
    action: "Read the new text.",
  }),
});
