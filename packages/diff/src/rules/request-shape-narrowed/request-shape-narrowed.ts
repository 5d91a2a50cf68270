import type { Rule } from "../../rule.js";
import { compareTargets } from "../compare-targets.js";
import { ofKind } from "../select.js";

/** Numbers that callers could send are too large now. */
export const requestShapeNarrowed: Rule = {
  id: "request.shape.narrowed",
  reach: "request",
  wire: "error",
  source: "note",
  verdict: "breaking",
  bump: "minor",
  mirror: "request.shape.widened",
  evaluate(difference, place, { before, after }) {
    return ofKind(difference, "shape.kind.changed")
      .filter((change) => compareTargets(before, change.shape, after, change.shape) === "narrowed")
      .map((change) => ({
        changes: [change],
        message: `${place.name()} takes smaller numbers.`,
        affected: `you send large numbers in ${place.name()}`,
        action: "Check the numbers you send.",
      }));
  },
};
