import { createTypeRule } from "../type-rule.js";

/** Numbers that callers could send are too large now. */
export const requestTypeNarrowed = createTypeRule({
  id: "request.type.narrowed",
  reach: "request",
  wire: "error",
  source: "note",
  verdict: "breaking",
  bump: "minor",
  mirror: "request.type.widened",
  relations: ["narrowed"],
  say: (name, types) => ({
    message: `${name} takes smaller numbers only: ${types}.`,
    affected: `you send large numbers in ${name}`,
    action: "Check the numbers you send.",
  }),
});
