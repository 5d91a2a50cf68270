import { shapeName } from "@shapelog/model";
import { BINDING_KINDS } from "../../compare/bindings.js";
import type { Rule } from "../../rule/rule.js";
import { NOTHING_BREAKS } from "../../rule/witness.js";
import { code } from "../../words.js";

/** There is a new operation. */
export const operationAdded: Rule = {
  id: "operation.added",
  reach: "any",
  wire: "note",
  source: "note",
  verdict: "safe",
  witness: NOTHING_BREAKS,
  bump: "minor",
  mirror: "operation.removed",
  kinds: ["shape.added", ...BINDING_KINDS],
  evaluate(difference) {
    const { after } = difference;
    if (after?.kind !== "operation" || difference.before) return [];
    return [
      { changes: difference.changes, message: `The operation ${code(shapeName(difference.shape))} is new.` },
    ];
  },
};
