import { isDivided } from "../../compare/target-comparison.js";
import { createTypeRule } from "../../rule/type-rule.js";
import { NOTHING_BREAKS } from "../../rule/witness.js";

/** Callers may send more in a structure, and need not. */
export const requestTypeExtended = createTypeRule({
  id: "request.type.extended",
  reach: "request",
  wire: "note",
  source: "note",
  verdict: "safe",
  witness: NOTHING_BREAKS,
  bump: "minor",
  mirror: ["request.type.narrowed", "request.type.changed"],
  relations: ["extended"],
  say: (name, types, comparison) => ({
    message: isDivided(comparison)
      ? `You may now send several members of ${name}, or none: ${types}; what you sent before keeps working.`
      : `You may now send more in ${name}: ${types}; what you sent before keeps working.`,
  }),
});
