import { createTypeRule } from "../../rule/type-rule.js";

/** Callers may send any text or number where values were listed. */
export const requestTypeOpened = createTypeRule({
  id: "request.type.opened",
  reach: "request",
  wire: "note",
  source: "warning",
  verdict: "safe",
  bump: "minor",
  mirror: "request.type.closed",
  relations: ["opened"],
  say: (name, types) => ({ message: `${name} is no longer limited to listed values: ${types}.` }),
});
