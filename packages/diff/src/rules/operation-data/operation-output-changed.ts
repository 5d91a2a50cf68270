import { createOperationData } from "../../compare/operation-data.js";
import type { Rule } from "../../rule/rule.js";

/** An operation returns something else. */
export const operationOutputChanged: Rule = {
  id: "operation.output.changed",
  reach: "any",
  wire: "error",
  source: "error",
  verdict: "breaking",
  witness: "both",
  bump: "major",
  mirror: "operation.output.changed",
  kinds: ["operation.output.changed"],
  evaluate: createOperationData("operation.output.changed", undefined, (name, types) => ({
    message: `${name} returns something else: ${types}.`,
    affected: `you call ${name}`,
    action: "Compare both shapes, member by member.",
  })),
};
