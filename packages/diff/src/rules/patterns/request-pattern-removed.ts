import { describeGained, describePattern } from "../../compare/describe-texts.js";
import { isGone } from "../../compare/moved-patterns.js";
import { createPatternRule } from "../../rule/pattern-rule.js";
import { NOTHING_BREAKS } from "../../rule/witness.js";

/** Texts that callers send need not match a pattern any more. */
export const requestPatternRemoved = createPatternRule({
  id: "request.pattern.removed",
  reach: "request",
  wire: "note",
  source: "note",
  verdict: "safe",
  witness: NOTHING_BREAKS,
  bump: "patch",
  documents: "minor",
  mirror: "request.pattern.added",
  when: isGone,
  say: (name, { before = "", shown }) => ({
    message: `${name} need not match ${describePattern(before)} any more.${describeGained(shown.gained)}`,
  }),
});
