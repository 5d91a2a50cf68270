import type { Rule } from "../../rule.js";
import { compareTargets } from "../compare-targets.js";
import { ofKind } from "../select.js";

/** Callers read smaller numbers. */
export const responseShapeNarrowed: Rule = {
  id: "response.shape.narrowed",
  reach: "response",
  wire: "note",
  source: "note",
  verdict: "safe",
  bump: "minor",
  mirror: "response.shape.widened",
  evaluate(difference, place, { before, after }) {
    return ofKind(difference, "shape.kind.changed")
      .filter((change) => compareTargets(before, change.shape, after, change.shape) === "narrowed")
      .map((change) => ({
        changes: [change],
        message: `${place.name()} holds smaller numbers.`,
      }));
  },
};
