import { AUTH_TRAITS } from "../../compare/anonymous.js";
import { describeValue } from "../../compare/describe.js";
import { createTraitRule } from "../../rule/trait-rule.js";

/** How calls are signed or authenticated changed. */
export const authChanged = createTraitRule({
  id: "auth.changed",
  reach: "any",
  wire: "danger",
  source: "note",
  verdict: "check",
  bump: "minor",
  mirror: "auth.changed",
  traits: AUTH_TRAITS,
  say: (place, delta) => ({
    message: `${place.name(delta.member)} is authenticated in another way: ${describeValue(delta)}.`,
    affected: "you sign calls yourself, or have custom endpoints, policies or credentials",
    action: "Test one call with the new package.",
  }),
});
