import type { Rule } from "../../rule.js";
import { codeList } from "../../words.js";
import { ofKind } from "../select.js";

/** A value that callers compare with is no longer returned. */
export const responseEnumValueRemoved: Rule = {
  id: "response.enum.value-removed",
  reach: "response",
  wire: "danger",
  source: "error",
  verdict: "check",
  bump: "major",
  mirror: "response.enum.value-added",
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
        message: `${place.name()} is no longer documented to return ${values}.`,
        affected: `you compare ${place.name()} with ${either}: those branches never run again`,
        action: `Drop the branches for ${values}, but keep reading stored records that hold ${changes.length === 1 ? "it" : "them"}.`,
      },
    ];
  },
};
