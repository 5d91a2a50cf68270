import type { Rule } from "../../rule.js";
import { compareTargets } from "../compare-targets.js";
import { ofKind } from "../select.js";

/** An enum that callers read became a string. */
export const responseShapeOpened: Rule = {
  id: "response.shape.opened",
  reach: "response",
  wire: "danger",
  source: "error",
  verdict: "check",
  bump: "major",
  mirror: "response.shape.closed",
  evaluate(difference, place, { before, after }) {
    return ofKind(difference, "shape.kind.changed")
      .filter((change) => compareTargets(before, change.shape, after, change.shape) === "opened")
      .map((change) => ({
        changes: [change],
        message: `${place.name()} can be any text now.`,
        affected: `you switch over ${place.name()} without a default`,
        action: "Drop exhaustive matching, or add a default branch.",
      }));
  },
};
