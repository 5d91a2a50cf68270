import type { Rule } from "../../rule.js";
import { compareTargets } from "../compare-targets.js";
import { ofKind } from "../select.js";

/** A string that callers read became an enum. */
export const responseShapeClosed: Rule = {
  id: "response.shape.closed",
  reach: "response",
  wire: "note",
  source: "warning",
  verdict: "safe",
  bump: "minor",
  mirror: "response.shape.opened",
  evaluate(difference, place, { before, after }) {
    return ofKind(difference, "shape.kind.changed")
      .filter((change) => compareTargets(before, change.shape, after, change.shape) === "closed")
      .map((change) => ({
        changes: [change],
        message: `${place.name()} is one of listed values now.`,
      }));
  },
};
