import { shapeName } from "@shapelog/model";
import type { Rule } from "../../rule/rule.js";
import { ofKind } from "../../rule/select.js";
import { NOTHING_BREAKS } from "../../rule/witness.js";
import { isOrphan } from "../../service-reach.js";
import { code } from "../../words.js";

/** A shape that no service used is gone. */
export const shapeOrphanRemoved: Rule = {
  id: "shape.orphan-removed",
  reach: "any",
  wire: "note",
  source: "note",
  verdict: "safe",
  witness: NOTHING_BREAKS,
  bump: "patch",
  mirror: "shape.added",
  kinds: ["shape.removed"],
  evaluate(difference, _place, { stated }) {
    return ofKind(difference, "shape.removed")
      .filter((change) => isOrphan(stated.before, change.shape))
      .map((change) => ({
        changes: [change],
        positions: [],
        message: `The shape ${code(shapeName(change.shape))}, which no service used, is gone.`,
      }));
  },
};
