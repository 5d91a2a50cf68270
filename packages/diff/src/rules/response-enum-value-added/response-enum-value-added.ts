import type { Rule } from "../../rule.js";
import { codeList } from "../../words.js";
import { ofKind } from "../select.js";

/** Callers may read a value they could not read before. */
export const responseEnumValueAdded: Rule = {
  id: "response.enum.value-added",
  reach: "response",
  wire: "danger",
  source: "danger",
  verdict: "check",
  bump: "minor",
  mirror: "response.enum.value-removed",
  evaluate(difference, place) {
    const changes = ofKind(difference, "enum.value.added");
    if (changes.length === 0) return [];
    const values = codeList(changes.map((change) => change.value));
    return [
      {
        changes,
        message: `${place.name()} can now be ${codeList(
          changes.map((change) => change.value),
          "or",
        )}.`,
        affected: `you switch over ${place.name()} without a default, or parse it strictly`,
        action: `Add ${changes.length === 1 ? "a branch" : "branches"} for ${values}, and keep a default branch.`,
      },
    ];
  },
};
