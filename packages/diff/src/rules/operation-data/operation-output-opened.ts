import { createOperationData, OUTPUT_MIRRORS } from "../../compare/operation-data.js";
import type { Rule } from "../../rule/rule.js";

/** An operation returns the same structure, in which values or alternatives can be that were not listed. */
export const operationOutputOpened: Rule = {
  id: "operation.output.opened",
  reach: "any",
  wire: "danger",
  source: "danger",
  verdict: "check",
  bump: "minor",
  mirror: OUTPUT_MIRRORS,
  kinds: ["operation.output.changed"],
  evaluate: createOperationData("operation.output.changed", ["opened"], (name, types) => ({
    message: `${name} can return values or alternatives that were not listed: ${types}.`,
    affected: `you switch over what ${name} returns without a default`,
    action: "Add the branches, and keep a default branch.",
  })),
};
