import { shapeName } from "@shapelog/model";
import type { Rule } from "../../rule.js";
import { code } from "../../words.js";
import { compareTargets } from "../compare-targets.js";
import { ofKind } from "../select.js";

/** The output of an operation has another name and the same structure. */
export const operationOutputRenamed: Rule = {
  id: "operation.output.renamed",
  reach: "any",
  wire: "note",
  source: "error",
  verdict: "check",
  bump: "major",
  mirror: "operation.output.renamed",
  evaluate(difference, _place, { before, after }) {
    return ofKind(difference, "operation.output.changed")
      .filter((change) => compareTargets(before, change.before, after, change.after) === "renamed")
      .map((change) => ({
        changes: [change],
        positions: [{ operation: difference.shape, direction: "response", path: "" }],
        message: `${code(shapeName(difference.shape))} returns the same under another name: ${code(shapeName(change.before))} → ${code(shapeName(change.after))}.`,
        affected: `you import the type ${code(shapeName(change.before))} by name`,
      }));
  },
};
