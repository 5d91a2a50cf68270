import type { Rule } from "../../rule.js";
import { compareTargets } from "../compare-targets.js";
import { ofKind } from "../select.js";

/** An enum that callers send became a string. */
export const requestShapeOpened: Rule = {
  id: "request.shape.opened",
  reach: "request",
  wire: "note",
  source: "warning",
  verdict: "safe",
  bump: "minor",
  mirror: "request.shape.closed",
  evaluate(difference, place, { before, after }) {
    return ofKind(difference, "shape.kind.changed")
      .filter((change) => compareTargets(before, change.shape, after, change.shape) === "opened")
      .map((change) => ({
        changes: [change],
        message: `${place.name()} takes any text now.`,
      }));
  },
};
