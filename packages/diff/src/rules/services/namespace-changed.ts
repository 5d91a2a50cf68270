import type { Rule } from "../../rule/rule.js";
import { code } from "../../words.js";

/** All of a model stands in another namespace. */
export const namespaceChanged: Rule = {
  id: "namespace.changed",
  reach: "any",
  wire: "note",
  source: "note",
  verdict: "notice",
  bump: "patch",
  mirror: "namespace.changed",
  kinds: ["shape.added", "shape.removed"],
  evaluate(difference, _place, { moved }) {
    if (!moved) return [];
    return [
      {
        changes: difference.changes,
        positions: [],
        message: `The namespace is ${code(moved.to)} now; it was ${code(moved.from)}.`,
      },
    ];
  },
};
