import type { Rule } from "../../rule/rule.js";
import { NOTHING_BREAKS } from "../../rule/witness.js";
import { code } from "../../words.js";

/** All of a model stands in another namespace. */
export const namespaceChanged: Rule = {
  id: "namespace.changed",
  reach: "any",
  wire: "note",
  source: "note",
  verdict: "notice",
  witness: NOTHING_BREAKS,
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
