import { textOf } from "../../compare/describe.js";
import { createTraitRule, isChanged } from "../../rule/trait-rule.js";
import { code } from "../../words.js";

/** Texts that callers read match another pattern. */
export const responsePatternChanged = createTraitRule({
  id: "response.pattern.changed",
  reach: "response",
  wire: "warning",
  source: "note",
  verdict: "check",
  bump: "minor",
  mirror: "response.pattern.changed",
  traits: ["smithy.api#pattern"],
  when: isChanged,
  say: (place, delta) => ({
    message: `${place.name(delta.member)} matches ${code(textOf(delta.after))}; it was ${code(textOf(delta.before))}.`,
    affected: `you validate or parse ${place.name(delta.member)} by the old pattern`,
    action: "Check that the texts of the new pattern fit.",
  }),
});
