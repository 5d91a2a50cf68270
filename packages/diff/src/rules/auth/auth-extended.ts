import { AUTH_TRAITS } from "../../compare/anonymous.js";
import {
  concernedBy,
  findSchemeSwitch,
  groupAuth,
  isOfSchemes,
  schemeWords,
} from "../../compare/auth-schemes.js";
import type { Rule } from "../../rule/rule.js";
import { onMember, TRAIT_KINDS } from "../../rule/select.js";
import { NOTHING_BREAKS } from "../../rule/witness.js";

/** Calls can be signed or authenticated in one more way; those that were taken are preferred as before. */
export const authExtended: Rule = {
  id: "auth.extended",
  reach: "any",
  wire: "note",
  source: "note",
  verdict: "safe",
  witness: NOTHING_BREAKS,
  bump: "minor",
  mirror: "auth.changed",
  kinds: TRAIT_KINDS,
  traits: AUTH_TRAITS,
  evaluate(difference, place, context) {
    const schemes = findSchemeSwitch(difference, context);
    if (!schemes || schemes.appended.length === 0) return [];
    const { before, appended } = schemes;
    return groupAuth(difference, context)
      .filter(({ deltas }) => deltas.every((delta) => isOfSchemes(delta, schemes)))
      .map(({ member, deltas }) => ({
        changes: deltas.map(({ change }) => change),
        ...onMember(member),
        ...concernedBy(difference, deltas, context),
        message: `${place.name(member)} also takes ${schemeWords(appended, "and")}; ${schemeWords(before, "and")} ${before.length === 1 ? "is" : "are"} taken as before.`,
      }));
  },
};
