import { shapeName } from "@shapelog/model";
import type { Rule } from "../../rule/rule.js";
import { ofKind } from "../../rule/select.js";
import { code } from "../../words.js";

/** The version of a service changed; some protocols put it on the wire. */
export const serviceVersionChanged: Rule = {
  id: "service.version.changed",
  reach: "any",
  wire: "warning",
  source: "note",
  verdict: "check",
  witness: { none: "the version of a service is in no type and in no document" },
  bump: "minor",
  mirror: "service.version.changed",
  kinds: ["service.version.changed"],
  evaluate(difference) {
    return ofKind(difference, "service.version.changed").map((change) => ({
      changes: [change],
      positions: [],
      message: `The version of ${code(shapeName(difference.shape))} is ${code(change.after)}; it was ${code(change.before)}.`,
      affected: "you speak to the service without an updated SDK, or pin its version",
      action: "Update the SDK and the pin together.",
    }));
  },
};
