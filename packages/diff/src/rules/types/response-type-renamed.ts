import { createTypeRule } from "../../rule/type-rule.js";
import { NOTHING_BREAKS } from "../../rule/witness.js";

/** What callers read has a type of another name and the same structure. */
export const responseTypeRenamed = createTypeRule({
  id: "response.type.renamed",
  reach: "response",
  wire: "note",
  source: "warning",
  verdict: "safe",
  witness: NOTHING_BREAKS,
  bump: "minor",
  mirror: "response.type.renamed",
  relations: ["renamed"],
  say: (name, types) => ({ message: `The type of ${name} has another name and is the same: ${types}.` }),
});
