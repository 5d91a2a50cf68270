import { shapeName } from "@shapelog/model";
import { BINDING_KINDS, ofBinding } from "../../compare/bindings.js";
import type { Rule } from "../../rule/rule.js";
import { NOTHING_BREAKS } from "../../rule/witness.js";
import { code, codeList } from "../../words.js";

/** An operation is bound at another place of the same service. */
export const operationMoved: Rule = {
  id: "operation.moved",
  reach: "any",
  wire: "note",
  source: "note",
  verdict: "notice",
  witness: NOTHING_BREAKS,
  bump: "patch",
  mirror: "operation.moved",
  kinds: BINDING_KINDS,
  evaluate(difference) {
    const changes = ofBinding(difference);
    if (changes.length === 0) return [];
    const owners = [...new Set(changes.map((change) => shapeName(change.shape)))];
    return [
      {
        changes,
        message: `${code(shapeName(difference.shape))} is bound in another way in ${codeList(owners)}; callers reach it as before.`,
      },
    ];
  },
};
