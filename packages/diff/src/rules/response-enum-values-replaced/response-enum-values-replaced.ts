import type { Rule } from "../../rule.js";
import { codeList } from "../../words.js";
import { ofKind } from "../select.js";

/** Values of an enum that callers read were taken out and others put in. */
export const responseEnumValuesReplaced: Rule = {
  id: "response.enum.values-replaced",
  reach: "response",
  wire: "danger",
  source: "error",
  verdict: "check",
  bump: "major",
  mirror: "response.enum.values-replaced",
  evaluate(difference, place) {
    const removed = ofKind(difference, "enum.value.removed");
    const added = ofKind(difference, "enum.value.added");
    if (removed.length === 0 || added.length === 0) return [];
    const gone = codeList(removed.map((change) => change.value));
    const either = codeList(
      removed.map((change) => change.value),
      "or",
    );
    const fresh = codeList(added.map((change) => change.value));
    return [
      {
        changes: [...removed, ...added],
        message: `${place.name()} no longer returns ${gone}; it now returns ${fresh}.`,
        affected: `you compare ${place.name()} with ${either}: those branches never run again`,
        action: `Handle ${fresh} and add a default branch, in one edit. Stored records may still hold ${either}.`,
      },
    ];
  },
};
