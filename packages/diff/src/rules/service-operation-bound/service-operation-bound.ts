import { shapeName } from "@shapelog/model";
import type { Rule } from "../../rule.js";
import { code } from "../../words.js";
import { ofKind } from "../select.js";

/** A service binds another set of operations; the operation's own finding says what that means. */
export const serviceOperationBound: Rule = {
  id: "service.operation-bound",
  reach: "any",
  wire: "note",
  source: "note",
  verdict: "notice",
  bump: "minor",
  mirror: "service.operation-bound",
  evaluate(difference, _place) {
    return [
      ...ofKind(difference, "service.operation.added"),
      ...ofKind(difference, "service.operation.removed"),
    ].map((change) => ({
      changes: [change],
      message: `${code(shapeName(difference.shape))} ${change.kind.endsWith("added") ? "now binds" : "no longer binds"} ${code(shapeName(change.target))}.`,
    }));
  },
};
