import type { Rule } from "../../rule.js";
import { ofKind } from "../select.js";

/** Members, values or errors stand in another order. */
export const orderChanged: Rule = {
  id: "order.changed",
  reach: "any",
  wire: "note",
  source: "note",
  verdict: "notice",
  bump: "patch",
  mirror: "order.changed",
  evaluate(difference, place) {
    const kinds = ["members.reordered", "operation.error.reordered", "service.operation.reordered"] as const;
    return kinds
      .flatMap((kind) => ofKind(difference, kind))
      .map((change) => ({
        changes: [change],
        message: `The order of ${place.name()} changed; no meaning hangs on it.`,
      }));
  },
};
