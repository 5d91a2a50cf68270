import { isDemanded, type Member } from "@shapelog/model";
import { findOptionality, OPTIONALITY_TRAITS } from "../../compare/optionality.js";
import type { Rule } from "../../rule/rule.js";
import { ofKind, TRAIT_KINDS } from "../../rule/select.js";

/** A request has to carry a token that SDKs fill in: those that know it. */
export const requestIdempotencyTokenRequired: Rule = {
  id: "request.idempotency-token.required",
  reach: "request",
  wire: "danger",
  source: "error",
  verdict: "check",
  witness: "wire",
  bump: "major",
  mirror: ["optionality.changed", "request.member.removed"],
  kinds: [...TRAIT_KINDS, "member.added"],
  traits: OPTIONALITY_TRAITS,
  evaluate(difference, place, context) {
    const added = ofKind(difference, "member.added")
      .filter(({ after }) => isRequiredToken(after))
      .map((change) => ({ changes: [change], member: change.member, is: "is new and required" }));
    const required = findOptionality(difference, context)
      .filter(({ token }) => token.before === "optional" && token.after === "required")
      .flatMap(({ member, changes }) =>
        member === undefined ? [] : [{ changes, member, is: "is now required" }],
      );
    return [...added, ...required].map(({ changes, member, is }) => ({
      ...{ changes, member },
      message: `${place.name(member)} ${is}; SDKs that know it fill it in.`,
      affected: "you call without an updated SDK, or build requests by the package's wire types",
      action: `Update the SDK, or set ${place.name(member)} to a value that is the same in repeated calls.`,
    }));
  },
};

function isRequiredToken(member: Member): boolean {
  return isDemanded(member, "wire") && !isDemanded(member);
}
