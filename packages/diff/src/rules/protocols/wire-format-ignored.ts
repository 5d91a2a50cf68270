import { describeTrait } from "../../compare/describe-trait.js";
import { BINDING, isFollowed, WIRE_TRAITS } from "../../compare/wire-traits.js";
import { createTraitRule } from "../../rule/trait-rule.js";

/** A name, place or format changed that none of the service's protocols follows. */
export const wireFormatIgnored = createTraitRule({
  id: "wire-format.ignored",
  reach: "any",
  wire: "note",
  source: "note",
  verdict: "notice",
  bump: "patch",
  mirror: "wire-format.ignored",
  traits: [...WIRE_TRAITS, BINDING],
  when: ({ change }, _difference, context) => !isFollowed(context, change.trait),
  say: (place, delta) => ({
    message: `${place.name(delta.member)} travels as before: ${describeTrait(delta)}, which the service's protocol does not follow.`,
  }),
});
