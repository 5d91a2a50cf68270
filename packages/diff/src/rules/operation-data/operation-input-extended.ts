import { createOperationData } from "../../compare/operation-data.js";
import type { Rule } from "../../rule/rule.js";

/** An operation takes all it took before, and more. */
export const operationInputExtended: Rule = {
  id: "operation.input.extended",
  reach: "any",
  wire: "note",
  source: "note",
  verdict: "safe",
  bump: "minor",
  mirror: ["operation.input.limited", "operation.input.changed"],
  kinds: ["operation.input.changed"],
  evaluate: createOperationData("operation.input.changed", ["extended"], (name, types) => ({
    message: `${name} takes more: ${types}; what you sent before keeps working.`,
  })),
};
