import { createTypeRule } from "../../rule/type-rule.js";

/** Callers can read larger numbers. */
export const responseTypeWidened = createTypeRule({
  id: "response.type.widened",
  reach: "response",
  wire: "warning",
  source: "note",
  verdict: "check",
  witness: "wire",
  bump: "minor",
  mirror: "response.type.narrowed",
  relations: ["widened"],
  say: (name, types) => ({
    message: `${name} can hold larger numbers now: ${types}.`,
    affected: `you keep ${name} in a smaller number, or beyond 2^53 in JavaScript`,
    action: "Check casts and columns.",
  }),
});
