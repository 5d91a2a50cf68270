import { shapeName } from "@shapelog/model";
import { withDeprecation } from "../../compare/deprecation.js";
import type { Rule } from "../../rule/rule.js";
import { ofKind } from "../../rule/select.js";
import { code } from "../../words.js";

/** A service is gone. */
export const serviceRemoved: Rule = {
  id: "service.removed",
  reach: "any",
  wire: "error",
  source: "error",
  verdict: "breaking",
  witness: { none: "there is nothing left to compile against or to validate with" },
  bump: "major",
  mirror: "service.added",
  kinds: ["shape.removed"],
  evaluate(difference) {
    return ofKind(difference, "shape.removed")
      .filter((change) => change.before.kind === "service")
      .map((change) => ({
        changes: [change],
        message: `The service ${code(shapeName(change.shape))} is gone.`,
        affected: `you call ${code(shapeName(change.shape))}`,
        action: withDeprecation("Find another service; new SDKs do not have this one.", {
          name: code(shapeName(change.shape)),
          traits: change.before.traits,
        }),
      }));
  },
};
