import type { Rule } from "../../rule.js";
import { codeList } from "../../words.js";
import { ofKind } from "../select.js";

/** Values of an enum that callers send were taken out and others put in. */
export const requestEnumValuesReplaced: Rule = {
  id: "request.enum.values-replaced",
  reach: "request",
  wire: "error",
  source: "error",
  verdict: "breaking",
  bump: "major",
  mirror: "request.enum.values-replaced",
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
        message: `${place.name()} no longer takes ${gone}; it now takes ${fresh}.`,
        affected: `you send ${either} in ${place.name()}`,
        action: `Send ${codeList(
          added.map((change) => change.value),
          "or",
        )} instead; which replaces which is not ours to guess.`,
      },
    ];
  },
};
