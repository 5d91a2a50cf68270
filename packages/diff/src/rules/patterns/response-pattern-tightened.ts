import { describeLeaving, describePattern } from "../../compare/describe-texts.js";
import { isLoosened, isTightened, isUndecided } from "../../compare/moved-patterns.js";
import { createPatternRule } from "../../rule/pattern-rule.js";
import { NOTHING_BREAKS } from "../../rule/witness.js";

/** All that callers read matched the old pattern, too. */
export const responsePatternTightened = createPatternRule({
  id: "response.pattern.tightened",
  reach: "response",
  wire: "note",
  source: "note",
  verdict: "safe",
  witness: NOTHING_BREAKS,
  bump: "patch",
  documents: "minor",
  mirror: "response.pattern.loosened",
  when: (moved) => isTightened(moved) && !isLoosened(moved) && !isUndecided(moved),
  say: (name, { before = "", after = "", shown: { lost } }) => ({
    message: `${name} matches ${describePattern(after)}; it was ${describePattern(before)}, which takes more.${describeLeaving(lost)}`,
  }),
});
