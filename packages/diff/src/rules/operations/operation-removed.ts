import { shapeName } from "@shapelog/model";
import { findAlikeOperation } from "../../compare/alike-operations.js";
import { BINDING_KINDS } from "../../compare/bindings.js";
import { withDeprecation } from "../../compare/deprecation.js";
import type { Rule } from "../../rule/rule.js";
import { code } from "../../words.js";

/** An operation is gone. */
export const operationRemoved: Rule = {
  id: "operation.removed",
  reach: "any",
  wire: "error",
  source: "error",
  verdict: "breaking",
  witness: "source",
  bump: "major",
  mirror: "operation.added",
  kinds: ["shape.removed", ...BINDING_KINDS],
  evaluate(difference, _place, context) {
    const { before } = difference;
    if (before?.kind !== "operation" || difference.after) return [];
    const name = code(shapeName(difference.shape));
    const alike = findAlikeOperation(before, context);
    const advice = alike
      ? `${code(shapeName(alike.id))} is new and takes and returns the same; that it is the same operation is our guess.`
      : "Find another operation.";
    return [
      {
        changes: difference.changes,
        message: `The operation ${name} is gone.`,
        affected: `you call ${name}`,
        action: withDeprecation(
          `${advice} New SDKs cannot call ${name}; an older, pinned SDK still sends it, and the service decides.`,
          { name: name, traits: before.traits },
        ),
      },
    ];
  },
};
