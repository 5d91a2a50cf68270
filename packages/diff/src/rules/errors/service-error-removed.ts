import { shapeName } from "@shapelog/model";
import { withDeprecation } from "../../compare/deprecation.js";
import { describeCompiling } from "../../compare/lost-errors.js";
import type { Rule } from "../../rule/rule.js";
import { ofKind } from "../../rule/select.js";
import { code } from "../../words.js";

/** Operations of a service no longer fail in one way that all had in common. */
export const serviceErrorRemoved: Rule = {
  id: "service.error.removed",
  reach: "any",
  wire: "warning",
  source: "error",
  verdict: "check",
  witness: "source",
  bump: "major",
  mirror: "service.error.added",
  kinds: ["service.error.removed"],
  evaluate(difference, _place, context) {
    return ofKind(difference, "service.error.removed").map((change) => ({
      changes: [change],
      positions: [],
      message: `${code(shapeName(change.target))} is no longer an error of every operation of ${code(shapeName(difference.shape))}.`,
      affected: `you handle ${code(shapeName(change.target))}`,
      action: withDeprecation(
        `Check its handlers, which may be dead; ${describeCompiling(change.target, context)} can fail to compile.`,
        { name: code(shapeName(change.target)), traits: context.before.shapes.get(change.target)?.traits },
      ),
    }));
  },
};
