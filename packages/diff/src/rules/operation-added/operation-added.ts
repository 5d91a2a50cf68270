import { shapeName } from "@shapelog/model";
import type { Rule } from "../../rule.js";
import { code } from "../../words.js";
import { ofKind } from "../select.js";

/** There is a new operation. */
export const operationAdded: Rule = {
  id: "operation.added",
  reach: "any",
  wire: "note",
  source: "note",
  verdict: "safe",
  bump: "minor",
  mirror: "operation.removed",
  evaluate(difference, _place) {
    return ofKind(difference, "shape.added")
      .filter((change) => change.after.kind === "operation")
      .map((change) => ({
        changes: [change],
        message: `The operation ${code(shapeName(change.shape))} is new.`,
      }));
  },
};
