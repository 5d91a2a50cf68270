import { shapeName } from "@shapelog/model";
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
  bump: "major",
  mirror: "operation.added",
  kinds: ["shape.removed", ...BINDING_KINDS],
  evaluate(difference) {
    const { before } = difference;
    if (before?.kind !== "operation" || difference.after) return [];
    const name = code(shapeName(difference.shape));
    return [
      {
        changes: difference.changes,
        message: `The operation ${name} is gone.`,
        affected: `you call ${name}`,
        action: withDeprecation(
          `Find another operation. New SDKs cannot call ${name}; an older, pinned SDK still sends it, and the service decides.`,
          { name: name, traits: before.traits },
        ),
      },
    ];
  },
};
