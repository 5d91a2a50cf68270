import { shapeName } from "@shapelog/model";
import type { Rule } from "../../rule/rule.js";
import { ofKind } from "../../rule/select.js";
import { code } from "../../words.js";

/** A shape is gone and one of the same structure is new. */
export const shapeRenamed: Rule = {
  id: "shape.renamed",
  reach: "any",
  wire: "note",
  source: "error",
  verdict: "check",
  witness: "source",
  bump: "major",
  mirror: "shape.renamed",
  kinds: ["shape.added", "shape.removed"],
  evaluate(difference) {
    const [removed] = ofKind(difference, "shape.removed");
    const [added] = ofKind(difference, "shape.added");
    if (!removed || !added) return [];
    const [before, after] = [code(shapeName(removed.shape)), code(shapeName(added.shape))];
    return [
      {
        changes: [removed, added],
        positions: [],
        message: `The shape ${before} goes by the name ${after}; its structure is the same.`,
        affected: `you import the type ${before} by name`,
        action: `Import ${after}; what is sent and read stays the same.`,
      },
    ];
  },
};
