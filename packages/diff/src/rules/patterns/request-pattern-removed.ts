import { createTraitRule, isRemoved } from "../../rule/trait-rule.js";

/** Texts that callers send need not match a pattern any more. */
export const requestPatternRemoved = createTraitRule({
  id: "request.pattern.removed",
  reach: "request",
  wire: "note",
  source: "note",
  verdict: "safe",
  bump: "patch",
  mirror: "request.pattern.added",
  traits: ["smithy.api#pattern"],
  when: isRemoved,
  say: (place, delta) => ({
    message: `${place.name(delta.member)} need not match a pattern any more.`,
  }),
});
