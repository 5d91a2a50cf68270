import { shapeName } from "@shapelog/model";
import type { Rule } from "../../rule.js";
import { code } from "../../words.js";
import { compareTargets } from "../compare-targets.js";
import { ofKind } from "../select.js";

/** An operation takes another shape. */
export const operationInputChanged: Rule = {
  id: "operation.input.changed",
  reach: "any",
  wire: "error",
  source: "error",
  verdict: "breaking",
  bump: "major",
  mirror: "operation.input.changed",
  evaluate(difference, _place, { before, after }) {
    return ofKind(difference, "operation.input.changed")
      .filter((change) => compareTargets(before, change.before, after, change.after) !== "renamed")
      .map((change) => ({
        changes: [change],
        positions: [{ operation: difference.shape, direction: "request", path: "" }],
        message: `${code(shapeName(difference.shape))} takes something else: ${code(shapeName(change.before))} → ${code(shapeName(change.after))}.`,
        affected: `you call ${code(shapeName(difference.shape))}`,
        action: "Compare both shapes, member by member.",
      }));
  },
};
