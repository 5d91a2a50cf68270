import { authSchemes, findServiceOperations, findShape, hasTrait } from "@shapelog/model";
import { AUTH_TRAITS, createAuthFilter, takesAnonymous } from "../../compare/anonymous.js";
import { describeTrait } from "../../compare/describe-trait.js";
import type { Difference, Match, Rule, RuleContext } from "../../rule/rule.js";
import { ofTrait, onMember, TRAIT_KINDS, type TraitDelta } from "../../rule/select.js";
import { joinAnd } from "../../words.js";

/** How calls are signed or authenticated changed; told once, however many traits say so. */
export const authChanged: Rule = {
  id: "auth.changed",
  reach: "any",
  wire: "danger",
  source: "note",
  verdict: "check",
  witness: { none: "how a call is signed is in no type and in no document" },
  bump: "minor",
  mirror: "auth.changed",
  kinds: TRAIT_KINDS,
  traits: AUTH_TRAITS,
  evaluate(difference, place, context) {
    const groups = new Map<string | undefined, TraitDelta[]>();
    for (const delta of ofTrait(difference, createAuthFilter(context))) {
      const group = groups.get(delta.member);
      if (group) group.push(delta);
      else groups.set(delta.member, [delta]);
    }
    return [...groups].map(([member, deltas]) => ({
      changes: deltas.map(({ change }) => change),
      ...onMember(member),
      ...concernedBy(difference, context),
      message: `${place.name(member)} ${describeAuth(deltas, difference)}.`,
      affected: "you sign calls yourself, or have custom endpoints, policies or credentials",
      action: "Test one call with the new package.",
    }));
  },
};

/** Operations that take no credentials before and after are not concerned by the schemes of their service. */
function concernedBy({ before, after }: Difference, context: RuleContext): Pick<Match, "operations"> {
  if (before?.kind !== "service" || after?.kind !== "service") return {};
  const all = findServiceOperations(context.after, after);
  const concerned = all.filter((operation) => {
    const known = findShape(context.before, operation.id);
    return authSchemes(after, operation).length > 0 || (known && authSchemes(before, known).length > 0);
  });
  const isPart = concerned.length > 0 && concerned.length < all.length;
  return isPart ? { operations: concerned.map(({ id }) => id) } : {};
}

/** No list of schemes stands for all of the service's; an empty one, for none (Smithy 2.0, "auth trait"). */
function describeAuth(deltas: readonly TraitDelta[], { before, after }: Difference): string {
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
  return `is authenticated in another way: ${joinAnd(deltas.map(describeTrait))}`;
}
