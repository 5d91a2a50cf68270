import { describeLeaving, describePattern } from "../../compare/describe-texts.js";
import { isNew } from "../../compare/moved-patterns.js";
import { createPatternRule } from "../../rule/pattern-rule.js";
import { NOTHING_BREAKS } from "../../rule/witness.js";

/** Texts that callers read match a pattern now. */
export const responsePatternAdded = createPatternRule({
  id: "response.pattern.added",
  reach: "response",
  wire: "note",
  source: "note",
  verdict: "safe",
  witness: NOTHING_BREAKS,
  bump: "patch",
  documents: "minor",
  mirror: "response.pattern.removed",
  when: isNew,
  say: (name, { after = "", shown }) => ({
    message: `${name} matches ${describePattern(after)} now.${describeLeaving(shown.lost)}`,
  }),
});
