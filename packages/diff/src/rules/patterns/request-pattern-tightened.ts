import { describeGained, describeLost, describePattern } from "../../compare/describe-texts.js";
import { isTightened } from "../../compare/moved-patterns.js";
import { createPatternRule } from "../../rule/pattern-rule.js";

/** Texts that callers could send do not match the new pattern. */
export const requestPatternTightened = createPatternRule({
  id: "request.pattern.tightened",
  reach: "request",
  wire: "error",
  source: "note",
  verdict: "breaking",
  witness: "wire",
  bump: "minor",
  mirror: ["request.pattern.loosened", "request.pattern.tightened", "request.pattern.changed"],
  when: isTightened,
  say: (name, { before = "", after = "", shown: { lost, gained } }) => ({
    message:
      `${name} has to match ${describePattern(after)}; it was ${describePattern(before)}.` +
      `${describeLost(lost)}${describeGained(gained)}`,
    affected: `you send texts in ${name} that only the old pattern takes`,
    action: "Check the texts you send against the new pattern.",
  }),
});
