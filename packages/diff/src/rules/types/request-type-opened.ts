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
  say: (name) => ({ message: `${name} takes any value of its kind now.` }),
});
