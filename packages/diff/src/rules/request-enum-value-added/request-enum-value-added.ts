import type { Rule } from "../../rule.js";
import { codeList } from "../../words.js";
import { ofKind } from "../select.js";

/** Callers may send a value they could not send before. */
export const requestEnumValueAdded: Rule = {
  id: "request.enum.value-added",
  reach: "request",
  wire: "note",
  source: "note",
  verdict: "safe",
  bump: "minor",
  mirror: "request.enum.value-removed",
  evaluate(difference, place) {
    const changes = ofKind(difference, "enum.value.added");
    if (changes.length === 0) return [];
    const values = codeList(changes.map((change) => change.value));
    return [
      {
        changes,
        message: `${place.name()} now also takes ${values}.`,
        action: `You may send ${values}.`,
      },
    ];
  },
};
