import { describeGained, describePattern } from "../../compare/describe-texts.js";
import { isLoosened, isTightened, isUndecided } from "../../compare/moved-patterns.js";
import { createPatternRule } from "../../rule/pattern-rule.js";
import { NOTHING_BREAKS } from "../../rule/witness.js";

/** Callers may send all that the old pattern took, and more. */
export const requestPatternLoosened = createPatternRule({
  id: "request.pattern.loosened",
  reach: "request",
  wire: "note",
  source: "note",
  verdict: "safe",
  witness: NOTHING_BREAKS,
  bump: "patch",
  documents: "minor",
  mirror: "request.pattern.tightened",
  when: (moved) => isLoosened(moved) && !isTightened(moved) && !isUndecided(moved),
  say: (name, { before = "", after = "", shown: { gained } }) => ({
    message:
      `${name} has to match ${describePattern(after)}; it was ${describePattern(before)}, which takes less.` +
      describeGained(gained),
  }),
});
