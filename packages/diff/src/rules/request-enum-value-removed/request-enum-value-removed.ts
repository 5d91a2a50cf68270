import type { Rule } from "../../rule.js";
import { codeList } from "../../words.js";
import { ofKind } from "../select.js";

/** Callers may no longer send a value. */
export const requestEnumValueRemoved: Rule = {
  id: "request.enum.value-removed",
  reach: "request",
  wire: "error",
  source: "error",
  verdict: "breaking",
  bump: "major",
  mirror: "request.enum.value-added",
  evaluate(difference, place) {
    const changes = ofKind(difference, "enum.value.removed");
    if (changes.length === 0) return [];
    const values = codeList(changes.map((change) => change.value));
    const either = codeList(
      changes.map((change) => change.value),
      "or",
    );
    return [
      {
        changes,
        message: `${place.name()} no longer takes ${values}; calls that send ${changes.length === 1 ? "it" : "them"} can be rejected.`,
        affected: `you send ${either} in ${place.name()}`,
        action: "Send one of the values that are left.",
      },
    ];
  },
};
