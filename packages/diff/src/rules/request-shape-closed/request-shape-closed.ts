import type { Rule } from "../../rule.js";
import { compareTargets } from "../compare-targets.js";
import { ofKind } from "../select.js";

/** A string that callers send became an enum. */
export const requestShapeClosed: Rule = {
  id: "request.shape.closed",
  reach: "request",
  wire: "error",
  source: "error",
  verdict: "breaking",
  bump: "major",
  mirror: "request.shape.opened",
  evaluate(difference, place, { before, after }) {
    return ofKind(difference, "shape.kind.changed")
      .filter((change) => compareTargets(before, change.shape, after, change.shape) === "closed")
      .map((change) => ({
        changes: [change],
        message: `${place.name()} is limited to listed values now.`,
        affected: `you send other texts in ${place.name()}`,
        action: "Send one of the listed values.",
      }));
  },
};
