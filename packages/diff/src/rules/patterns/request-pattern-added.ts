import { textOf } from "../../compare/describe.js";
import { createTraitRule, isAdded } from "../../rule/trait-rule.js";
import { code } from "../../words.js";

/** Texts that callers send have to match a pattern now. */
export const requestPatternAdded = createTraitRule({
  id: "request.pattern.added",
  reach: "request",
  wire: "error",
  source: "note",
  verdict: "breaking",
  bump: "minor",
  mirror: "request.pattern.removed",
  traits: ["smithy.api#pattern"],
  when: isAdded,
  say: (place, delta) => ({
    message: `${place.name(delta.member)} has to match ${code(textOf(delta.after))} now.`,
    affected: `you send other texts in ${place.name(delta.member)}`,
    action: "Check the texts you send against the pattern.",
  }),
});
