import { createTypeRule } from "../../rule/type-rule.js";

/** What callers read has a type of the same kind with other rules. */
export const responseTypeLimited = createTypeRule({
  id: "response.type.limited",
  reach: "response",
  wire: "warning",
  source: "note",
  verdict: "check",
  bump: "minor",
  mirror: [
    "response.type.extended",
    "response.type.limited",
    "response.type.opened",
    "response.type.changed",
  ],
  relations: ["limited"],
  say: (name, types) => ({
    message: `${name} follows other rules: ${types}.`,
    affected: `you validate, parse or store ${name} by the old rules`,
    action: "Compare the rules of both types.",
  }),
});
