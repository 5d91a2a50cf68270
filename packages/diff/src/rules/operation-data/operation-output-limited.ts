import { createOperationData, OUTPUT_MIRRORS } from "../../compare/operation-data.js";
import type { Rule } from "../../rule/rule.js";

/** An operation returns the same structure with other rules for what is in it. */
export const operationOutputLimited: Rule = {
  id: "operation.output.limited",
  reach: "any",
  wire: "warning",
  source: "note",
  verdict: "check",
  bump: "minor",
  mirror: OUTPUT_MIRRORS,
  kinds: ["operation.output.changed"],
  evaluate: createOperationData("operation.output.changed", ["limited"], (name, types) => ({
    message: `${name} returns the same with other rules: ${types}.`,
    affected: `you validate, parse or store what ${name} returns by the old rules`,
    action: "Compare the rules of both shapes.",
  })),
};
