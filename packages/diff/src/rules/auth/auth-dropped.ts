import { AUTH_TRAITS, isAuthTrait, takesAnonymous } from "../../compare/anonymous.js";
import type { Rule } from "../../rule/rule.js";
import { ofTrait, TRAIT_KINDS } from "../../rule/select.js";
import { NOTHING_BREAKS } from "../../rule/witness.js";

/** Calls without credentials are taken now. */
export const authDropped: Rule = {
  id: "auth.dropped",
  reach: "any",
  wire: "note",
  source: "note",
  verdict: "safe",
  witness: NOTHING_BREAKS,
  bump: "minor",
  mirror: "auth.required",
  kinds: TRAIT_KINDS,
  traits: AUTH_TRAITS,
  evaluate(difference, place) {
    if (takesAnonymous(difference.before) || !takesAnonymous(difference.after)) return [];
    if (!difference.before) return [];
    const changes = ofTrait(difference, isAuthTrait).map(({ change }) => change);
    if (changes.length === 0) return [];
    return [{ changes, message: `${place.name()} now takes calls without credentials.` }];
  },
};
