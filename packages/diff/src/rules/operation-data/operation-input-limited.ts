import { createOperationData, INPUT_MIRRORS } from "../../compare/operation-data.js";
import type { Rule } from "../../rule/rule.js";

/** An operation takes the same structure with other rules for what is in it. */
export const operationInputLimited: Rule = {
  id: "operation.input.limited",
  reach: "any",
  wire: "danger",
  source: "note",
  verdict: "check",
  bump: "minor",
  mirror: INPUT_MIRRORS,
  kinds: ["operation.input.changed"],
  evaluate: createOperationData("operation.input.changed", ["limited", "narrowed"], (name, types) => ({
    message: `${name} takes the same with other rules: ${types}.`,
    affected: `you send values to ${name} that only the old rules allow`,
    action: "Compare the rules of both shapes.",
  })),
};
