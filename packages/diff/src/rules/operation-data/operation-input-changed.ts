import { createOperationData } from "../../compare/operation-data.js";
import type { Rule } from "../../rule/rule.js";

/** An operation takes something else. */
export const operationInputChanged: Rule = {
  id: "operation.input.changed",
  reach: "any",
  wire: "error",
  source: "error",
  verdict: "breaking",
  witness: "both",
  bump: "major",
  mirror: "operation.input.changed",
  kinds: ["operation.input.changed"],
  evaluate: createOperationData("operation.input.changed", undefined, (name, types) => ({
    message: `${name} takes something else: ${types}.`,
    affected: `you call ${name}`,
    action: "Compare both shapes, member by member.",
  })),
};
