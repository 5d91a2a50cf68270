import { shapeName } from "@shapelog/model";
import { findReplacement } from "../../compare/find-replacement.js";
import type { Rule } from "../../rule/rule.js";
import { ofKind } from "../../rule/select.js";
import { code } from "../../words.js";

/** A shape is gone and another one stands wherever it stood; what differs between them, another finding says. */
export const shapeReplaced: Rule = {
  id: "shape.replaced",
  reach: "any",
  wire: "note",
  source: "error",
  verdict: "check",
  witness: "source",
  bump: "major",
  mirror: "shape.added",
  kinds: ["shape.removed"],
  evaluate(difference, _place, context) {
    return ofKind(difference, "shape.removed").flatMap((change) => {
      const now = findReplacement(change.shape, context);
      if (now === undefined) return [];
      const [before, after] = [code(shapeName(change.shape)), code(shapeName(now))];
      return [
        {
          changes: [change],
          positions: [],
          message: `The shape ${before} is gone; ${after} stands wherever it stood.`,
          affected: `you import the type ${before} by name`,
          action: `Import ${after}; what differs between them is told at its places.`,
        },
      ];
    });
  },
};
