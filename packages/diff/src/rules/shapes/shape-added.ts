import { shapeName } from "@shapelog/model";
import type { Rule } from "../../rule/rule.js";
import { ofKind } from "../../rule/select.js";
import { NOTHING_BREAKS } from "../../rule/witness.js";
import { code } from "../../words.js";

/** There is a new shape; where it is used, another finding says so. */
export const shapeAdded: Rule = {
  id: "shape.added",
  reach: "any",
  wire: "note",
  source: "note",
  verdict: "notice",
  witness: NOTHING_BREAKS,
  bump: "minor",
  mirror: ["shape.removed", "shape.replaced", "shape.orphan-removed"],
  kinds: ["shape.added"],
  evaluate(difference) {
    return ofKind(difference, "shape.added").map((change) => ({
      changes: [change],
      positions: [],
      message: `The shape ${code(shapeName(change.shape))} is new.`,
    }));
  },
};
