import type { Rule } from "../../rule.js";
import { createOperationData, INPUT_MIRRORS } from "../operation-data.js";

/** An operation takes something else. */
export const operationInputChanged: Rule = {
  id: "operation.input.changed",
  reach: "any",
  wire: "error",
  source: "error",
  verdict: "breaking",
  bump: "major",
  mirror: INPUT_MIRRORS,
  kinds: ["operation.input.changed"],
  evaluate: createOperationData("operation.input.changed", undefined, (name, types) => ({
    message: `${name} takes something else: ${types}.`,
    affected: `you call ${name}`,
    action: "Compare both shapes, member by member.",
  })),
};
