import { AUTH_TRAITS, isAuthTrait, takesAnonymous } from "../../compare/anonymous.js";
import { concernedBy } from "../../compare/auth-schemes.js";
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
  evaluate(difference, place, context) {
    if (takesAnonymous(difference.before) || !takesAnonymous(difference.after)) return [];
    if (!difference.before) return [];
    const deltas = ofTrait(difference, isAuthTrait);
    if (deltas.length === 0) return [];
    const changes = deltas.map(({ change }) => change);
    return [
      {
        changes,
        ...concernedBy(difference, deltas, context),
        message: `${place.name()} now takes calls without credentials.`,
      },
    ];
  },
};
