import { AUTH_TRAITS } from "../../compare/anonymous.js";
import { findConcerned, groupAuth } from "../../compare/auth-schemes.js";
import { describeTrait } from "../../compare/describe-trait.js";
import type { Rule } from "../../rule/rule.js";
import { onMember, TRAIT_KINDS } from "../../rule/select.js";
import { NOTHING_BREAKS } from "../../rule/witness.js";
import { joinAnd } from "../../words.js";

/** A service says otherwise how calls are authenticated, and none of the calls that it had goes by that. */
export const authIgnored: Rule = {
  id: "auth.ignored",
  reach: "any",
  wire: "note",
  source: "note",
  verdict: "notice",
  witness: NOTHING_BREAKS,
  bump: "patch",
  mirror: "auth.ignored",
  kinds: TRAIT_KINDS,
  traits: AUTH_TRAITS,
  evaluate(difference, place, context) {
    return groupAuth(difference, context).flatMap(({ member, deltas }) => {
      const traits = deltas.map(({ change }) => change.trait);
      if (!findConcerned(difference, traits, context)?.isNone) return [];
      const told = [...new Set(deltas.map(describeTrait))];
      return [
        {
          changes: deltas.map(({ change }) => change),
          ...onMember(member),
          operations: [],
          message: `${place.name(member)}: ${joinAnd(told)}. None of the operations that stay goes by that.`,
        },
      ];
    });
  },
};
