import { textOf } from "../../compare/describe.js";
import { createTraitRule, isAdded } from "../../rule/trait-rule.js";
import { code } from "../../words.js";

/** Texts that callers read match a pattern now. */
export const responsePatternAdded = createTraitRule({
  id: "response.pattern.added",
  reach: "response",
  wire: "note",
  source: "note",
  verdict: "safe",
  bump: "patch",
  mirror: "response.pattern.removed",
  traits: ["smithy.api#pattern"],
  when: isAdded,
  say: (place, delta) => ({
    message: `${place.name(delta.member)} matches ${code(textOf(delta.after))} now.`,
  }),
});
