import { createTypeRule } from "../../rule/type-rule.js";
import { NOTHING_BREAKS } from "../../rule/witness.js";

/** What callers send has a type of another name and the same structure. */
export const requestTypeRenamed = createTypeRule({
  id: "request.type.renamed",
  reach: "request",
  wire: "note",
  source: "warning",
  verdict: "safe",
  witness: NOTHING_BREAKS,
  bump: "minor",
  mirror: "request.type.renamed",
  relations: ["renamed"],
  say: (name, types) => ({ message: `The type of ${name} has another name and is the same: ${types}.` }),
});
