import { isUnited } from "../../compare/target-comparison.js";
import { createTypeRule } from "../../rule/type-rule.js";

/** What callers send has another type. */
export const requestTypeChanged = createTypeRule({
  id: "request.type.changed",
  reach: "request",
  wire: "error",
  source: "error",
  verdict: "breaking",
  witness: "both",
  bump: "major",
  mirror: ["request.type.extended", "request.type.narrowed", "request.type.changed"],
  say: (name, types, comparison) =>
    isUnited(comparison)
      ? {
          message: `${name} takes exactly one of its members now: ${types}.`,
          affected: `you send several members of ${name} together, or none`,
          action: "Send exactly one.",
        }
      : {
          message: `${name} has another type: ${types}.`,
          affected: `you send ${name}`,
          action: "Send it in its new form; the old one can be rejected.",
        },
});
