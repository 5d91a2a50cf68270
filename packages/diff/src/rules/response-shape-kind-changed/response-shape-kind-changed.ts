import type { Rule } from "../../rule.js";
import { ofKind } from "../select.js";

/** A shape that callers read became another kind of shape. */
export const responseShapeKindChanged: Rule = {
  id: "response.shape.kind-changed",
  reach: "response",
  wire: "error",
  source: "error",
  verdict: "breaking",
  bump: "major",
  mirror: "response.shape.kind-changed",
  evaluate(difference, place) {
    return ofKind(difference, "shape.kind.changed").map((change) => ({
      changes: [change],
      message: `${place.name()} is now a ${change.after.kind}; it was a ${change.before.kind}.`,
      affected: `you read ${place.name()}`,
      action: "Change how you parse and store it.",
    }));
  },
};
