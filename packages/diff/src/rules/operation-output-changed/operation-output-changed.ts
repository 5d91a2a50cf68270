import { shapeName } from "@shapelog/model";
import type { Rule } from "../../rule.js";
import { code } from "../../words.js";
import { compareTargets } from "../compare-targets.js";
import { ofKind } from "../select.js";

/** An operation returns another shape. */
export const operationOutputChanged: Rule = {
  id: "operation.output.changed",
  reach: "any",
  wire: "error",
  source: "error",
  verdict: "breaking",
  bump: "major",
  mirror: "operation.output.changed",
  evaluate(difference, _place, { before, after }) {
    return ofKind(difference, "operation.output.changed")
      .filter((change) => compareTargets(before, change.before, after, change.after) !== "renamed")
      .map((change) => ({
        changes: [change],
        positions: [{ operation: difference.shape, direction: "response", path: "" }],
        message: `${code(shapeName(difference.shape))} returns something else: ${code(shapeName(change.before))} → ${code(shapeName(change.after))}.`,
        affected: `you call ${code(shapeName(difference.shape))}`,
        action: "Compare both shapes, member by member.",
      }));
  },
};
