import type { Rule } from "../../rule.js";

/** A shape that no operation reaches changed; only its type in generated code can matter. */
export const unreachableChanged: Rule = {
  id: "unreachable.changed",
  reach: "none",
  wire: "note",
  source: "warning",
  verdict: "notice",
  bump: "patch",
  mirror: "unreachable.changed",
  evaluate(difference, place) {
    if (difference.changes.length === 0) return [];
    return [
      {
        changes: difference.changes,
        message: `${place.name()} changed, but no operation sends or returns it.`,
      },
    ];
  },
};
