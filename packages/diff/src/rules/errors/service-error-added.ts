import { shapeName } from "@shapelog/model";
import type { Rule } from "../../rule/rule.js";
import { ofKind } from "../../rule/select.js";
import { code } from "../../words.js";

/** Every operation of a service can fail in a way it could not before. */
export const serviceErrorAdded: Rule = {
  id: "service.error.added",
  reach: "any",
  wire: "warning",
  source: "danger",
  verdict: "check",
  witness: "source",
  bump: "minor",
  mirror: "service.error.removed",
  kinds: ["service.error.added"],
  evaluate(difference) {
    return ofKind(difference, "service.error.added").map((change) => ({
      changes: [change],
      positions: [],
      message: `Every operation of ${code(shapeName(difference.shape))} can now fail with ${code(shapeName(change.target))}.`,
      affected: "you handle errors one by one, or keep a list of those to retry",
      action: `Decide what ${code(shapeName(change.target))} means to you; catch-alls go on working.`,
    }));
  },
};
