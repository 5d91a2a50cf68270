import { shapeName } from "@shapelog/model";
import { withDeprecation } from "../../compare/deprecation.js";
import type { Rule } from "../../rule/rule.js";
import { ofKind } from "../../rule/select.js";
import { code } from "../../words.js";

/** A shape is gone; where it was used, another finding says so. */
export const shapeRemoved: Rule = {
  id: "shape.removed",
  reach: "any",
  wire: "note",
  source: "error",
  verdict: "notice",
  witness: "source",
  bump: "major",
  mirror: "shape.added",
  kinds: ["shape.removed"],
  evaluate(difference) {
    return ofKind(difference, "shape.removed").map((change) => ({
      changes: [change],
      positions: [],
      message: `The shape ${code(shapeName(change.shape))} is gone.`,
      affected: `you import the type ${code(shapeName(change.shape))}`,
      action: withDeprecation("Drop the import, or declare the type yourself.", {
        name: code(shapeName(change.shape)),
        traits: change.before.traits,
      }),
    }));
  },
};
