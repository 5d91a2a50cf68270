import { createTypeRule } from "../../rule/type-rule.js";

/** What callers read has another type. */
export const responseTypeChanged = createTypeRule({
  id: "response.type.changed",
  reach: "response",
  wire: "error",
  source: "error",
  verdict: "breaking",
  witness: "both",
  bump: "major",
  mirror: [
    "response.type.narrowed",
    "response.type.extended",
    "response.type.opened",
    "response.type.changed",
  ],
  say: (name, types) => ({
    message: `${name} has another type: ${types}.`,
    affected: `you read ${name}`,
    action: "Change how you parse and store it.",
  }),
});
