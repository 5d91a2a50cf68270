import { describeTrait } from "../../compare/describe-trait.js";
import { BINDING, isFollowed, WIRE_TRAITS } from "../../compare/wire-traits.js";
import { ofTrait } from "../../rule/select.js";
import { createTraitFilter } from "../../rule/select-rules.js";
import { createTraitRule } from "../../rule/trait-rule.js";

const TRAITS = [...WIRE_TRAITS, BINDING];
const isMine = createTraitFilter(TRAITS);

/** A name, place or format changed that none of the service's protocols follows, and nothing else of how the value travels did. */
export const wireFormatIgnored = createTraitRule({
  id: "wire-format.ignored",
  reach: "any",
  wire: "note",
  source: "note",
  verdict: "notice",
  bump: "patch",
  mirror: "wire-format.ignored",
  traits: TRAITS,
  when: ({ member }, difference, context) =>
    ofTrait(difference, isMine).every(
      ({ change }) => change.member !== member || !isFollowed(context, change.trait),
    ),
  say: (place, delta) => ({
    message: `${place.name(delta.member)} travels as before: ${describeTrait(delta)}, which the service's protocol does not follow.`,
  }),
});
