import { isNothing } from "../../compare/describe.js";
import { defaultWords } from "../../compare/describe-trait.js";
import { findChangedDefaults, OPTIONALITY_CLAIMS } from "../../compare/optionality.js";
import type { Rule } from "../../rule/rule.js";
import { onMember } from "../../rule/select.js";
import { NOTHING_BREAKS } from "../../rule/witness.js";

/** The value that stands for an absent member has changed. */
export const responseDefaultChanged: Rule = {
  id: "response.default.changed",
  reach: "response",
  wire: "note",
  source: "note",
  verdict: "notice",
  witness: NOTHING_BREAKS,
  bump: "patch",
  documents: "minor",
  mirror: "response.default.changed",
  ...OPTIONALITY_CLAIMS,
  evaluate(difference, place, context) {
    return findChangedDefaults(difference, context).map(
      ({ member, changes, defaultValue: { before, after } }) => ({
        changes,
        ...onMember(member),
        message: isNothing(after)
          ? `${place.name(member)} has no default any more; it was ${defaultWords(before)}.`
          : `The documented default of ${place.name(member)} is ${defaultWords(after)}; your SDK may fill it in by itself.`,
      }),
    );
  },
};
