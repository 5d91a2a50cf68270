import type { Rule } from "../../rule.js";
import { ofKind } from "../select.js";

/** A shape that callers send became another kind of shape. */
export const requestShapeKindChanged: Rule = {
  id: "request.shape.kind-changed",
  reach: "request",
  wire: "error",
  source: "error",
  verdict: "breaking",
  bump: "major",
  mirror: "request.shape.kind-changed",
  evaluate(difference, place) {
    return ofKind(difference, "shape.kind.changed").map((change) => ({
      changes: [change],
      message: `${place.name()} is now a ${change.after.kind}; it was a ${change.before.kind}.`,
      affected: `you send ${place.name()}`,
      action: "Send it in its new form; the old one can be rejected.",
    }));
  },
};
