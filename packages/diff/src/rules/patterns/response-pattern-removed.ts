import { createTraitRule, isRemoved } from "../../rule/trait-rule.js";

/** Texts that callers read need not match a pattern any more. */
export const responsePatternRemoved = createTraitRule({
  id: "response.pattern.removed",
  reach: "response",
  wire: "warning",
  source: "note",
  verdict: "check",
  bump: "minor",
  mirror: "response.pattern.added",
  traits: ["smithy.api#pattern"],
  when: isRemoved,
  say: (place, delta) => ({
    message: `${place.name(delta.member)} need not match a pattern any more.`,
    affected: `you validate or parse ${place.name(delta.member)} by the old pattern`,
    action: "Check that other texts fit where you keep it.",
  }),
});
