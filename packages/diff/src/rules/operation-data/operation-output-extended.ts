import { createOperationData } from "../../compare/operation-data.js";
import type { Rule } from "../../rule/rule.js";

/** An operation returns all it returned before, and more. */
export const operationOutputExtended: Rule = {
  id: "operation.output.extended",
  reach: "any",
  wire: "note",
  source: "note",
  verdict: "safe",
  bump: "minor",
  mirror: ["operation.output.limited", "operation.output.opened", "operation.output.changed"],
  kinds: ["operation.output.changed"],
  evaluate: createOperationData("operation.output.changed", ["extended"], (name, types) => ({
    message: `${name} returns more: ${types}.`,
    affected: "you reject unknown members, or compare whole responses with stored ones",
  })),
};
