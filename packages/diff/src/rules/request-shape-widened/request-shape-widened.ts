import type { Rule } from "../../rule.js";
import { compareTargets } from "../compare-targets.js";
import { ofKind } from "../select.js";

/** Callers may send larger numbers. */
export const requestShapeWidened: Rule = {
  id: "request.shape.widened",
  reach: "request",
  wire: "note",
  source: "note",
  verdict: "safe",
  bump: "minor",
  mirror: "request.shape.narrowed",
  evaluate(difference, place, { before, after }) {
    return ofKind(difference, "shape.kind.changed")
      .filter((change) => compareTargets(before, change.shape, after, change.shape) === "widened")
      .map((change) => ({
        changes: [change],
        message: `${place.name()} takes larger numbers.`,
      }));
  },
};
