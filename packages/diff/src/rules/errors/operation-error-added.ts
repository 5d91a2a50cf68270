import { shapeName } from "@shapelog/model";
import type { Rule } from "../../rule/rule.js";
import { ofKind } from "../../rule/select.js";
import { code } from "../../words.js";

/** An operation can fail in a way it could not before. */
export const operationErrorAdded: Rule = {
  id: "operation.error.added",
  reach: "any",
  wire: "warning",
  source: "danger",
  verdict: "check",
  witness: "source",
  bump: "minor",
  mirror: "operation.error.removed",
  kinds: ["operation.error.added"],
  evaluate(difference) {
    return ofKind(difference, "operation.error.added").map((change) => ({
      changes: [change],
      positions: [{ operation: difference.shape, direction: "response", error: change.target, path: "" }],
      message: `${code(shapeName(difference.shape))} can now fail with ${code(shapeName(change.target))}.`,
      affected: "you handle its errors one by one, or keep a list of those to retry",
      action: `Decide what ${code(shapeName(change.target))} means to you; catch-alls go on working.`,
    }));
  },
};
