import { hasTrait } from "@shapelog/model";
import { AUTH_TRAITS, SIGNATURE_VERSION, takesAnonymous } from "../../compare/anonymous.js";
import {
  concernedBy,
  findSchemeSwitch,
  groupAuth,
  isOfSchemes,
  type SchemeSwitch,
  schemeWords,
} from "../../compare/auth-schemes.js";
import { describeTrait } from "../../compare/describe-trait.js";
import type { Difference, Rule } from "../../rule/rule.js";
import { onMember, TRAIT_KINDS, type TraitDelta } from "../../rule/select.js";
import { isAdded, isChanged } from "../../rule/trait-rule.js";
import { code, joinAnd } from "../../words.js";

/** How calls are signed or authenticated changed; told once, however many traits say so. */
export const authChanged: Rule = {
  id: "auth.changed",
  reach: "any",
  wire: "danger",
  source: "note",
  verdict: "check",
  witness: { none: "how a call is signed is in no type and in no document" },
  bump: "minor",
  mirror: ["auth.changed", "auth.extended"],
  kinds: TRAIT_KINDS,
  traits: AUTH_TRAITS,
  evaluate(difference, place, context) {
    const schemes = findSchemeSwitch(difference, context);
    return groupAuth(difference, context).map(({ member, deltas }) => ({
      changes: deltas.map(({ change }) => change),
      ...onMember(member),
      ...concernedBy(difference, deltas, context),
      message: `${place.name(member)} ${describeAuth(deltas, difference, schemes)}.`,
      affected: "you sign calls yourself, or have custom endpoints, policies or credentials",
      action: "Test one call with the new package.",
    }));
  },
};

/** No list of schemes stands for all of the service's; an empty one, for none (Smithy 2.0, "auth trait"). */
function describeAuth(
  deltas: readonly TraitDelta[],
  { before, after }: Difference,
  schemes: SchemeSwitch | undefined,
): string {
  const isAnonymous = takesAnonymous(before) && takesAnonymous(after);
  const isListed = deltas.some(({ change }) => change.trait === "smithy.api#auth");
  const [wasOptional, isOptional] = [before, after].map(
    (shape) => shape !== undefined && hasTrait(shape, "optionalAuth"),
  );
  if (isAnonymous && isListed && wasOptional !== isOptional) {
    return isOptional
      ? "takes calls with credentials now; it takes calls without them as before"
      : "no longer takes credentials; it takes calls without them as before";
  }
  const others = schemes ? deltas.filter((delta) => !isOfSchemes(delta, schemes)) : deltas;
  const told = [...new Set(others.map(describeSigning))];
  const clauses = [...(schemes && others.length < deltas.length ? [describeSwitch(schemes)] : []), ...told];
  return `is authenticated in another way: ${joinAnd(clauses)}`;
}

/** An old signature that comes or goes is told as a scheme that does. */
function describeSigning(delta: TraitDelta): string {
  if (delta.change.trait !== SIGNATURE_VERSION || isChanged(delta)) return describeTrait(delta);
  const version = code(String(delta.before ?? delta.after));
  return `the signature ${version} is ${isAdded(delta) ? "taken now" : "no longer taken"}`;
}

function describeSwitch({ before, after }: SchemeSwitch): string {
  const at = before.findIndex((scheme, index) => scheme !== after[index]);
  const [old, now] = [before[at], after[at]];
  const isOrder = before.length === after.length && before.every((scheme) => after.includes(scheme));
  if (isOrder && old !== undefined && now !== undefined)
    return `it prefers ${schemeWords([now], "or")} to ${schemeWords([old], "or")} now; it was the other way round`;
  return `it takes ${schemeWords(after, "or")} now, and took ${schemeWords(before, "or")}`;
}
