import { isDemanded, type NodeValue, trait } from "@shapelog/model";
import { isNothing } from "../../compare/describe.js";
import { defaultWords } from "../../compare/describe-trait.js";
import { findOptionality, hasDefault, OPTIONALITY_TRAITS } from "../../compare/optionality.js";
import { callWords } from "../../rule/call-words.js";
import type { Match, Place, Rule } from "../../rule/rule.js";
import { ofKind, TRAIT_KINDS } from "../../rule/select.js";

/** Callers have to state a member in code; where requests have none, the service takes a default. */
export const requestMemberRequiredWithDefault: Rule = {
  id: "request.member.required-with-default",
  reach: "request",
  wire: "note",
  source: "error",
  verdict: "check",
  witness: "source",
  bump: "major",
  mirror: ["request.member.optional", "request.member.removed"],
  kinds: [...TRAIT_KINDS, "member.added"],
  traits: OPTIONALITY_TRAITS,
  evaluate(difference, place, context) {
    const added = ofKind(difference, "member.added")
      .filter(({ after }) => isDemanded(after) && hasDefault(after))
      .map((change) => ({ changes: [change], ...say(place, change.member, trait(change.after, "default")) }));
    const demanded = findOptionality(difference, context)
      .filter(({ demanded }) => !demanded.before && demanded.after)
      .flatMap(({ member, changes, defaultValue: { after } }) =>
        member === undefined || isNothing(after) ? [] : [{ changes, ...say(place, member, after) }],
      );
    return [...added, ...demanded];
  },
};

function say(place: Place, member: string, value: NodeValue | undefined): Omit<Match, "changes"> {
  const name = place.name(member);
  return {
    member,
    message: `${name} is required, with the default ${defaultWords(value)}: requests without it go on, code without it does not compile.`,
    affected: `${callWords(place, member).without.replace(/^you call/, "you build requests")} against the new package`,
    action: `${callWords(place, member).set}; ${defaultWords(value)} is what the service takes where there is none.`,
  };
}
