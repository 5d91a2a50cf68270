import { createTypeRule } from "../../rule/type-rule.js";

/** A text or number that callers read is one of listed values. */
export const responseTypeClosed = createTypeRule({
  id: "response.type.closed",
  reach: "response",
  wire: "note",
  source: "warning",
  verdict: "safe",
  bump: "minor",
  mirror: "response.type.opened",
  relations: ["closed"],
  say: (name) => ({ message: `${name} is one of listed values now.` }),
});
