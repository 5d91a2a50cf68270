import { describeArriving, describePattern } from "../../compare/describe-texts.js";
import { isGone } from "../../compare/moved-patterns.js";
import { createPatternRule } from "../../rule/pattern-rule.js";

/** Texts that callers read need not match a pattern any more. */
export const responsePatternRemoved = createPatternRule({
  id: "response.pattern.removed",
  reach: "response",
  wire: "warning",
  source: "note",
  verdict: "check",
  witness: "wire",
  bump: "minor",
  mirror: "response.pattern.added",
  when: isGone,
  say: (name, { before = "", shown }) => ({
    message: `${name} need not match ${describePattern(before)} any more.${describeArriving(shown.gained)}`,
    affected: `you validate or parse ${name} by the old pattern`,
    action: "Check that other texts fit where you keep it.",
  }),
});
