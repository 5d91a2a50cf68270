import { describePattern } from "../../compare/describe-texts.js";
import { isTightened, isUndecided } from "../../compare/moved-patterns.js";
import { createPatternRule } from "../../rule/pattern-rule.js";

/** Texts that callers send have to match another pattern; no text is known that the old one took and it does not. */
export const requestPatternChanged = createPatternRule({
  id: "request.pattern.changed",
  reach: "request",
  wire: "danger",
  source: "note",
  verdict: "check",
  witness: "wire",
  bump: "minor",
  documents: "major",
  mirror: ["request.pattern.changed", "request.pattern.tightened"],
  when: (moved) => isUndecided(moved) && !isTightened(moved),
  say: (name, { before = "", after = "" }) => ({
    message:
      `${name} has to match ${describePattern(after)}; it was ${describePattern(before)}. ` +
      "Shapelog could not compare the two patterns.",
    affected: `you send texts in ${name} that only the old pattern takes`,
    action: "Check the texts you send against the new pattern.",
  }),
});
