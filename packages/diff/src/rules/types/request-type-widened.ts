import { createTypeRule } from "../../rule/type-rule.js";
import { NOTHING_BREAKS } from "../../rule/witness.js";

/** Callers may send larger numbers. */
export const requestTypeWidened = createTypeRule({
  id: "request.type.widened",
  reach: "request",
  wire: "note",
  source: "note",
  verdict: "safe",
  witness: NOTHING_BREAKS,
  bump: "minor",
  mirror: "request.type.narrowed",
  relations: ["widened"],
  say: (name, types) => ({ message: `${name} takes larger numbers now: ${types}.` }),
});
