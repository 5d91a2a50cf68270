import { isUnited } from "../../compare/target-comparison.js";
import { createTypeRule } from "../../rule/type-rule.js";
import { NOTHING_BREAKS } from "../../rule/witness.js";

/** Callers read all they read before in a structure, and more. */
export const responseTypeExtended = createTypeRule({
  id: "response.type.extended",
  reach: "response",
  wire: "note",
  source: "note",
  verdict: "safe",
  witness: NOTHING_BREAKS,
  bump: "minor",
  mirror: ["response.type.opened", "response.type.changed"],
  relations: ["extended", "limited"],
  say: (name, types, comparison) =>
    isUnited(comparison)
      ? {
          message: `${name} has exactly one of its members now: ${types}.`,
          affected: `you read several members of ${name} together`,
        }
      : {
          message: `${name} can hold more: ${types}.`,
          affected: "you reject unknown members, or compare whole responses with stored ones",
        },
});
