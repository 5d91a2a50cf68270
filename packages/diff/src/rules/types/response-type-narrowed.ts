import { createTypeRule } from "../../rule/type-rule.js";
import { NOTHING_BREAKS } from "../../rule/witness.js";

/** Callers read smaller numbers. */
export const responseTypeNarrowed = createTypeRule({
  id: "response.type.narrowed",
  reach: "response",
  wire: "note",
  source: "note",
  verdict: "safe",
  witness: NOTHING_BREAKS,
  bump: "minor",
  mirror: ["response.type.widened", "response.type.changed"],
  relations: ["narrowed"],
  say: (name, types) => ({ message: `${name} holds smaller numbers now: ${types}.` }),
});
