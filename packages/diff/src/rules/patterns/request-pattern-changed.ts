import { textOf } from "../../compare/describe.js";
import { createTraitRule, isChanged } from "../../rule/trait-rule.js";
import { code } from "../../words.js";

/** Texts that callers send have to match another pattern; which of the two is stricter is not known. */
export const requestPatternChanged = createTraitRule({
  id: "request.pattern.changed",
  reach: "request",
  wire: "danger",
  source: "note",
  verdict: "check",
  bump: "minor",
  mirror: "request.pattern.changed",
  traits: ["smithy.api#pattern"],
  when: isChanged,
  say: (place, delta) => ({
    message: `${place.name(delta.member)} has to match ${code(textOf(delta.after))}; it was ${code(textOf(delta.before))}.`,
    affected: `you send texts in ${place.name(delta.member)} that only the old pattern takes`,
    action: "Check the texts you send against the new pattern.",
  }),
});
