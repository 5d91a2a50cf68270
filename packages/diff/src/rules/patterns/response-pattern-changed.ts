import { describePattern } from "../../compare/describe-texts.js";
import { isLoosened, isUndecided } from "../../compare/moved-patterns.js";
import { createPatternRule } from "../../rule/pattern-rule.js";

/** Texts that callers read match another pattern; none is known that the old one did not take. */
export const responsePatternChanged = createPatternRule({
  id: "response.pattern.changed",
  reach: "response",
  wire: "warning",
  source: "note",
  verdict: "check",
  witness: "wire",
  bump: "minor",
  mirror: ["response.pattern.changed", "response.pattern.loosened"],
  when: (moved) => isUndecided(moved) && !isLoosened(moved),
  say: (name, { before = "", after = "" }) => ({
    message: `${name} matches ${describePattern(after)}; it was ${describePattern(before)}. Shapelog could not compare the two patterns.`,
    affected: `you validate or parse ${name} by the old pattern`,
    action: "Check that the texts of the new pattern fit.",
  }),
});
