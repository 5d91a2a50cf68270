import { shapeName } from "@shapelog/model";
import type { Rule } from "../../rule/rule.js";
import { ofKind } from "../../rule/select.js";
import { NOTHING_BREAKS } from "../../rule/witness.js";
import { code } from "../../words.js";

/** There is a new service. */
export const serviceAdded: Rule = {
  id: "service.added",
  reach: "any",
  wire: "note",
  source: "note",
  verdict: "safe",
  witness: NOTHING_BREAKS,
  bump: "minor",
  mirror: "service.removed",
  kinds: ["shape.added"],
  evaluate(difference) {
    return ofKind(difference, "shape.added")
      .filter((change) => change.after.kind === "service")
      .map((change) => ({
        changes: [change],
        message: `The service ${code(shapeName(change.shape))} is new.`,
      }));
  },
};
