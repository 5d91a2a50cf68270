import { shapeName } from "@shapelog/model";
import { BINDING_KINDS, ofBinding } from "../../compare/bindings.js";
import type { Rule } from "../../rule/rule.js";
import { NOTHING_BREAKS } from "../../rule/witness.js";
import { findLostServices } from "../../service-reach.js";
import { code, codeList } from "../../words.js";

/** An operation that was there can be reached from a service it was not in. */
export const operationBound: Rule = {
  id: "operation.bound",
  reach: "any",
  wire: "note",
  source: "note",
  verdict: "safe",
  witness: NOTHING_BREAKS,
  bump: "minor",
  mirror: "operation.unbound",
  kinds: ["shape.removed", "shape.added", ...BINDING_KINDS],
  evaluate(difference, _place, { before, after }) {
    const changes = ofBinding(difference);
    if (changes.length === 0) return [];
    const gained = findLostServices(difference.shape, after, before);
    if (gained.length === 0) return [];
    return [
      {
        changes,
        message: `${code(shapeName(difference.shape))} is now an operation of ${codeList(gained.map(shapeName))}.`,
      },
    ];
  },
};
