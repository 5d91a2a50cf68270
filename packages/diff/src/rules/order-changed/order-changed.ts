import type { Rule } from "../../rule.js";

/** Members, values or entries stand in another order. */
export const orderChanged: Rule = {
  id: "order.changed",
  reach: "any",
  wire: "note",
  source: "note",
  verdict: "notice",
  bump: "patch",
  mirror: "order.changed",
  evaluate(difference, place) {
    return difference.changes
      .filter((change) => change.kind.endsWith(".reordered"))
      .map((change) => ({
        changes: [change],
        message: `The order of ${place.name()} changed; no meaning hangs on it.`,
      }));
  },
};
