import { describeArriving, describeLeaving, describePattern } from "../../compare/describe-texts.js";
import { isLoosened } from "../../compare/moved-patterns.js";
import { createPatternRule } from "../../rule/pattern-rule.js";

/** Texts can arrive that the old pattern did not take. */
export const responsePatternLoosened = createPatternRule({
  id: "response.pattern.loosened",
  reach: "response",
  wire: "warning",
  source: "note",
  verdict: "check",
  witness: "wire",
  bump: "minor",
  mirror: ["response.pattern.tightened", "response.pattern.loosened", "response.pattern.changed"],
  when: isLoosened,
  say: (name, { before = "", after = "", shown: { lost, gained } }) => ({
    message:
      `${name} matches ${describePattern(after)}; it was ${describePattern(before)}.` +
      `${describeArriving(gained)}${describeLeaving(lost)}`,
    affected: `you validate or parse ${name} by the old pattern`,
    action: "Check that the texts of the new pattern fit.",
  }),
});
