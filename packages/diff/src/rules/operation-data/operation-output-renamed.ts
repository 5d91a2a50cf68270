import { createOperationData } from "../../compare/operation-data.js";
import type { Rule } from "../../rule/rule.js";
import { NOTHING_BREAKS } from "../../rule/witness.js";

/** The output of an operation has another name and the same structure. */
export const operationOutputRenamed: Rule = {
  id: "operation.output.renamed",
  reach: "any",
  wire: "note",
  source: "warning",
  verdict: "safe",
  witness: NOTHING_BREAKS,
  bump: "minor",
  mirror: "operation.output.renamed",
  kinds: ["operation.output.changed"],
  evaluate: createOperationData("operation.output.changed", ["renamed"], (name, types, before) => ({
    message: `${name} returns the same under another name: ${types}.`,
    affected: `you import the type ${before} by name`,
    action: "Import the new name; what is read stays the same.",
  })),
};
