import type { Rule } from "../../rule/rule.js";
import { ofKind } from "../../rule/select.js";
import { code } from "../../words.js";

/** A value's name in generated code changed; the value itself did not. */
export const enumValueRenamed: Rule = {
  id: "enum.value-renamed",
  reach: "any",
  wire: "note",
  source: "error",
  verdict: "check",
  witness: "source",
  bump: "major",
  mirror: "enum.value-renamed",
  kinds: ["enum.value.renamed"],
  evaluate(difference, place) {
    return ofKind(difference, "enum.value.renamed").map((change) => ({
      changes: [change],
      message: `The value ${code(change.value)} of ${place.name()} goes by the name ${code(change.after)}; it was ${code(change.before)}.`,
      affected: `you use the constant ${code(change.before)}`,
      action: `Use ${code(change.after)}; what is sent and read stays the same.`,
    }));
  },
};
