import { shapeName } from "@shapelog/model";
import type { Rule } from "../../rule.js";
import { code } from "../../words.js";
import { compareTargets } from "../compare-targets.js";
import { ofKind } from "../select.js";

/** The input of an operation has another name and the same structure. */
export const operationInputRenamed: Rule = {
  id: "operation.input.renamed",
  reach: "any",
  wire: "note",
  source: "error",
  verdict: "check",
  bump: "major",
  mirror: "operation.input.renamed",
  evaluate(difference, _place, { before, after }) {
    return ofKind(difference, "operation.input.changed")
      .filter((change) => compareTargets(before, change.before, after, change.after) === "renamed")
      .map((change) => ({
        changes: [change],
        positions: [{ operation: difference.shape, direction: "request", path: "" }],
        message: `${code(shapeName(difference.shape))} takes the same under another name: ${code(shapeName(change.before))} → ${code(shapeName(change.after))}.`,
        affected: `you import the type ${code(shapeName(change.before))} by name`,
      }));
  },
};
