import { AUTH_TRAITS, isAuthTrait, takesAnonymous } from "../../compare/anonymous.js";
import { concernedBy } from "../../compare/auth-schemes.js";
import type { Rule } from "../../rule/rule.js";
import { ofTrait, TRAIT_KINDS } from "../../rule/select.js";

/** Calls without credentials were taken and are not any more. */
export const authRequired: Rule = {
  id: "auth.required",
  reach: "any",
  wire: "error",
  source: "note",
  verdict: "breaking",
  witness: { none: "how a call is signed is in no type and in no document" },
  bump: "minor",
  mirror: "auth.dropped",
  kinds: TRAIT_KINDS,
  traits: AUTH_TRAITS,
  evaluate(difference, place, context) {
    if (!takesAnonymous(difference.before) || takesAnonymous(difference.after)) return [];
    if (!difference.after) return [];
    const deltas = ofTrait(difference, isAuthTrait);
    if (deltas.length === 0) return [];
    const changes = deltas.map(({ change }) => change);
    return [
      {
        changes,
        ...concernedBy(difference, deltas, context),
        message: `${place.name()} no longer takes calls without credentials.`,
        affected: `you call ${place.name()} without credentials`,
        action: "Sign these calls, or send the credentials that the model names.",
      },
    ];
  },
};
