import { isDivided } from "../../compare/target-comparison.js";
import { isEnum } from "../../rule/place.js";
import { createTypeRule } from "../../rule/type-rule.js";

/** Callers can read values or alternatives that were not listed. */
export const responseTypeOpened = createTypeRule({
  id: "response.type.opened",
  reach: "response",
  wire: "danger",
  source: "danger",
  verdict: "check",
  witness: "both",
  bump: "minor",
  mirror: ["response.type.closed", "response.type.extended", "response.type.opened", "response.type.changed"],
  relations: ["opened"],
  say: (name, types, comparison) =>
    isDivided(comparison)
      ? {
          message: `${name} can have several of its members now, or none: ${types}.`,
          affected: `you take the first member of ${name} that you find for the only one, or expect one`,
          action: "Read each member by itself, and handle that none is there.",
        }
      : {
          message:
            comparison.before && isEnum(comparison.before)
              ? `${name} is no longer limited to listed values: ${types}.`
              : `${name} can hold values or alternatives that were not listed: ${types}.`,
          affected: `you switch over ${name} without a default`,
          action: "Drop exhaustive matching, or add a default branch.",
        },
});
