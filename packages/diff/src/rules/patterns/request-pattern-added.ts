import { describeLost, describePattern, lineWords } from "../../compare/describe-texts.js";
import { isNew } from "../../compare/moved-patterns.js";
import { createPatternRule } from "../../rule/pattern-rule.js";

/** Texts that callers send have to match a pattern now. */
export const requestPatternAdded = createPatternRule({
  id: "request.pattern.added",
  reach: "request",
  wire: "error",
  source: "note",
  verdict: "breaking",
  witness: "wire",
  bump: "minor",
  mirror: "request.pattern.removed",
  when: isNew,
  say: (name, { after = "", shown }) => ({
    message: `${name} has to match ${describePattern(after)}${lineWords(after)} now.${describeLost(shown.lost)}`,
    affected: `you send texts in ${name} that do not match it`,
    action: "Check the texts you send against the pattern.",
  }),
});
