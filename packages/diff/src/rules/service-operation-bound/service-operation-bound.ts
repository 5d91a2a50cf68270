import { shapeName } from "@shapelog/model";
import type { Rule } from "../../rule.js";
import { code } from "../../words.js";
import { isBindingChange } from "../bindings.js";

/** What a service or resource binds changed, and no operation was lost by it. */
export const serviceOperationBound: Rule = {
  id: "service.operation.bound",
  reach: "any",
  wire: "note",
  source: "note",
  verdict: "notice",
  bump: "minor",
  mirror: "service.operation.unbound",
  evaluate(difference) {
    return difference.changes.filter(isBindingChange).map((change) => ({
      changes: [change],
      positions: [],
      message: `What ${code(shapeName(difference.shape))} binds changed (${change.kind}); no operation was lost by it.`,
    }));
  },
};
