import { shapeName } from "@shapelog/model";
import { isErrorMessage } from "../../compare/error-message.js";
import { findOptionality, OPTIONALITY_CLAIMS } from "../../compare/optionality.js";
import type { Difference, Match, Place, Rule, RuleContext } from "../../rule/rule.js";
import { ofKind, onMember } from "../../rule/select.js";
import { code } from "../../words.js";

/** The message of an error is no longer a member, or not always; the error that an SDK throws has one all the same. */
export const responseErrorMessageChanged: Rule = {
  id: "response.error-message.changed",
  reach: "response",
  wire: "note",
  source: "error",
  verdict: "check",
  witness: "source",
  bump: "major",
  mirror: ["response.error-message.changed", "response.member.added", "response.member.required"],
  ...OPTIONALITY_CLAIMS,
  kinds: ["member.removed", "member.added", ...OPTIONALITY_CLAIMS.kinds],
  evaluate(difference, place, context) {
    const type = code(shapeName(difference.shape));
    const affected = `you use the type ${type} by itself, or look the member up in the raw answer`;
    return [...findGone(difference, place, context), ...findOptional(difference, place, context)].map(
      (match) => ({ ...match, affected, action: "Read the `message` that every error has." }),
    );
  },
};

/** One that goes while the other spelling comes is told once. */
function findGone(difference: Difference, place: Place, context: RuleContext): Match[] {
  const added = ofKind(difference, "member.added");
  return ofKind(difference, "member.removed")
    .filter(({ member }) => isErrorMessage(difference, member, { place, context }))
    .map((gone) => {
      const heir = added.find(({ member }) => isErrorMessage(difference, member, { place, context }));
      const says = heir ? `is called ${place.name(heir.member)} now` : "is no longer a member";
      return {
        changes: heir ? [gone, heir] : [gone],
        member: heir?.member ?? gone.member,
        message: `${place.name(gone.member)} ${says}; the error's own message is still there.`,
      };
    });
}

function findOptional(difference: Difference, place: Place, context: RuleContext): Match[] {
  return findOptionality(difference, context)
    .filter(({ promised, member }) => {
      const isLess = promised.before && !promised.after;
      return isLess && isErrorMessage(difference, member, { place, context });
    })
    .map(({ member, changes }) => ({
      changes,
      ...onMember(member),
      message: `${place.name(member)} can now be missing (it was required); the error's own message is still there.`,
    }));
}
