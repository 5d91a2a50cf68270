import { createOperationData } from "../../compare/operation-data.js";
import type { Rule } from "../../rule/rule.js";
import { NOTHING_BREAKS } from "../../rule/witness.js";

/** The input of an operation has another name and the same structure. */
export const operationInputRenamed: Rule = {
  id: "operation.input.renamed",
  reach: "any",
  wire: "note",
  source: "warning",
  verdict: "safe",
  witness: NOTHING_BREAKS,
  bump: "minor",
  mirror: "operation.input.renamed",
  kinds: ["operation.input.changed"],
  evaluate: createOperationData("operation.input.changed", ["renamed"], (name, types, before) => ({
    message: `${name} takes the same under another name: ${types}.`,
    affected: `you import the type ${before} by name`,
    action: "Import the new name; what is sent stays the same.",
  })),
};
