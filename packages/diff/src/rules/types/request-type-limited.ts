import { createTypeRule } from "../../rule/type-rule.js";

/** What callers send has a type of the same kind with other rules. */
export const requestTypeLimited = createTypeRule({
  id: "request.type.limited",
  reach: "request",
  wire: "danger",
  source: "note",
  verdict: "check",
  bump: "minor",
  mirror: ["request.type.limited", "request.type.narrowed", "request.type.changed"],
  relations: ["limited"],
  say: (name, types) => ({
    message: `${name} follows other rules: ${types}.`,
    affected: `you send values in ${name} that only the old rules allow`,
    action: "Compare the rules of both types.",
  }),
});
