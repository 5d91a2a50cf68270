import { createTypeRule } from "../../rule/type-rule.js";
import { NOTHING_BREAKS } from "../../rule/witness.js";

/** Callers may send any text or number where values were listed. */
export const requestTypeOpened = createTypeRule({
  id: "request.type.opened",
  reach: "request",
  wire: "note",
  source: "warning",
  verdict: "safe",
  witness: NOTHING_BREAKS,
  bump: "minor",
  mirror: "request.type.closed",
  relations: ["opened"],
  say: (name, types) => ({ message: `${name} is no longer limited to listed values: ${types}.` }),
});
