import type { Rule } from "../../rule.js";
import { compareTargets } from "../compare-targets.js";
import { ofKind } from "../select.js";

/** Callers can read larger numbers. */
export const responseShapeWidened: Rule = {
  id: "response.shape.widened",
  reach: "response",
  wire: "warning",
  source: "note",
  verdict: "check",
  bump: "minor",
  mirror: "response.shape.narrowed",
  evaluate(difference, place, { before, after }) {
    return ofKind(difference, "shape.kind.changed")
      .filter((change) => compareTargets(before, change.shape, after, change.shape) === "widened")
      .map((change) => ({
        changes: [change],
        message: `${place.name()} can hold larger numbers.`,
        affected: "you keep it in 32 bits, or as a JavaScript number beyond 2^53",
        action: "Check casts and columns.",
      }));
  },
};
