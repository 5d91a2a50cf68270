import { shapeName } from "@shapelog/model";
import type { Rule } from "../../rule.js";
import { code } from "../../words.js";
import { ofKind } from "../select.js";

/** The errors that every operation of a service can fail with changed. */
export const serviceErrorChanged: Rule = {
  id: "service.error.changed",
  reach: "any",
  wire: "warning",
  source: "warning",
  verdict: "check",
  bump: "minor",
  mirror: "service.error.changed",
  evaluate(difference) {
    return [...ofKind(difference, "service.error.added"), ...ofKind(difference, "service.error.removed")].map(
      (change) => ({
        changes: [change],
        positions: [],
        message: `Every operation ${change.kind === "service.error.added" ? "can now fail" : "no longer fails"} with ${code(shapeName(change.target))}.`,
        affected: "you handle errors one by one, or keep a list of those to retry",
        action: `Decide what ${code(shapeName(change.target))} means to you.`,
      }),
    );
  },
};
