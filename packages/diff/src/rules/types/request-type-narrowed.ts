import { createTypeRule } from "../../rule/type-rule.js";

/** Callers may send less than before: smaller numbers, or other values inside a new type. */
export const requestTypeNarrowed = createTypeRule({
  id: "request.type.narrowed",
  reach: "request",
  wire: "error",
  source: "note",
  verdict: "breaking",
  witness: "wire",
  bump: "minor",
  mirror: ["request.type.widened", "request.type.extended", "request.type.narrowed", "request.type.changed"],
  relations: ["narrowed"],
  say: (name, types) => ({
    message: `${name} takes less than before: ${types}.`,
    affected: `you send values in ${name} that only the old type takes`,
    action: "Check the values you send.",
  }),
});
