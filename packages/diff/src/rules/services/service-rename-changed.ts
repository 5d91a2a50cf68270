import { shapeName } from "@shapelog/model";
import type { Rule } from "../../rule/rule.js";
import { ofKind } from "../../rule/select.js";
import { code } from "../../words.js";

/** A shape goes by another name in a service. */
export const serviceRenameChanged: Rule = {
  id: "service.rename.changed",
  reach: "any",
  wire: "note",
  source: "error",
  verdict: "check",
  witness: "source",
  bump: "major",
  mirror: "service.rename.changed",
  kinds: ["service.rename.added", "service.rename.removed", "service.rename.changed"],
  evaluate(difference) {
    return [
      ...ofKind(difference, "service.rename.added"),
      ...ofKind(difference, "service.rename.removed"),
      ...ofKind(difference, "service.rename.changed"),
    ].map((change) => ({
      changes: [change],
      positions: [],
      message: `${code(shapeName(change.name))} goes by another name in ${code(shapeName(difference.shape))}${change.kind === "service.rename.removed" ? "" : `: ${code(change.kind === "service.rename.added" ? change.target : change.after)}`}.`,
      affected: "you import its type by name",
      action: "Use the new name; what is sent and read stays the same.",
    }));
  },
};
