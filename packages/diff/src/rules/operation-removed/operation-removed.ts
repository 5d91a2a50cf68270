import { shapeName } from "@shapelog/model";
import type { Rule } from "../../rule.js";
import { code } from "../../words.js";
import { ofKind } from "../select.js";

/** An operation is gone. */
export const operationRemoved: Rule = {
  id: "operation.removed",
  reach: "any",
  wire: "error",
  source: "error",
  verdict: "breaking",
  bump: "major",
  mirror: "operation.added",
  evaluate(difference, _place) {
    return ofKind(difference, "shape.removed")
      .filter((change) => change.before.kind === "operation")
      .map((change) => ({
        changes: [change],
        message: `The operation ${code(shapeName(change.shape))} is gone.`,
        affected: `you call ${code(shapeName(change.shape))}`,
        action: `New SDKs cannot call it; an older, pinned SDK still sends it, and the service decides.`,
      }));
  },
};
