import { describePattern } from "../../compare/describe-texts.js";
import { isRestated } from "../../compare/moved-patterns.js";
import { createPatternRule } from "../../rule/pattern-rule.js";
import { NOTHING_BREAKS } from "../../rule/witness.js";

const show = (pattern: string | undefined) => (pattern === undefined ? "none" : describePattern(pattern));

/** A pattern is written in another way, came or went, and the same texts are taken. */
export const patternRestated = createPatternRule({
  id: "pattern.restated",
  reach: "any",
  wire: "note",
  source: "note",
  verdict: "notice",
  witness: NOTHING_BREAKS,
  bump: "patch",
  mirror: "pattern.restated",
  when: isRestated,
  say: (name, { before, after }) => ({
    message: `${name}: pattern ${show(before)} → ${show(after)}; it takes the same texts as before.`,
  }),
});
