import { shapeName } from "@shapelog/model";
import type { Rule } from "../../rule.js";
import { code } from "../../words.js";

/** A shape goes by another name in a service. */
export const serviceRenameChanged: Rule = {
  id: "service.rename.changed",
  reach: "any",
  wire: "note",
  source: "error",
  verdict: "check",
  bump: "major",
  mirror: "service.rename.changed",
  evaluate(difference) {
    return difference.changes
      .filter((change) => change.kind.startsWith("service.rename."))
      .map((change) => ({
        changes: [change],
        positions: [],
        message: `${"name" in change ? code(shapeName(change.name)) : "A shape"} goes by another name in ${code(shapeName(difference.shape))}.`,
        affected: "you import its type by name",
        action: "Use the new name; what is sent and read stays the same.",
      }));
  },
};
