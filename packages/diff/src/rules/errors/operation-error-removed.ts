import { shapeName } from "@shapelog/model";
import { withDeprecation } from "../../compare/deprecation.js";
import { describeCompiling } from "../../compare/lost-errors.js";
import type { Rule } from "../../rule/rule.js";
import { ofKind } from "../../rule/select.js";
import { code } from "../../words.js";

/** An operation no longer fails in one way. */
export const operationErrorRemoved: Rule = {
  id: "operation.error.removed",
  reach: "any",
  wire: "warning",
  source: "error",
  verdict: "check",
  witness: "source",
  bump: "major",
  mirror: "operation.error.added",
  kinds: ["operation.error.removed"],
  evaluate(difference, _place, context) {
    return ofKind(difference, "operation.error.removed").map((change) => ({
      changes: [change],
      positions: [{ operation: difference.shape, direction: "response", error: change.target, path: "" }],
      message: `${code(shapeName(difference.shape))} no longer fails with ${code(shapeName(change.target))}.`,
      affected: `you handle ${code(shapeName(change.target))}`,
      action: withDeprecation(
        `Check its handler, which may be dead; ${describeCompiling(change.target, context)} can fail to compile.`,
        { name: code(shapeName(change.target)), traits: context.before.shapes.get(change.target)?.traits },
      ),
    }));
  },
};
