import { createTypeRule } from "../type-rule.js";

/** Callers can read any text or number where values were listed. */
export const responseTypeOpened = createTypeRule({
  id: "response.type.opened",
  reach: "response",
  wire: "danger",
  source: "error",
  verdict: "check",
  bump: "major",
  mirror: "response.type.closed",
  relations: ["opened"],
  say: (name) => ({
    message: `${name} can hold values outside the old list now.`,
    affected: `you switch over ${name} without a default`,
    action: "Drop exhaustive matching, or add a default branch.",
  }),
});
