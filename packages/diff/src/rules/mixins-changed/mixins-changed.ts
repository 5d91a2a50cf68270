import type { Rule } from "../../rule.js";
import { ofKind } from "../select.js";

/** What a shape mixes in changed; the members it ends up with are told by themselves. */
export const mixinsChanged: Rule = {
  id: "mixins.changed",
  reach: "any",
  wire: "note",
  source: "note",
  verdict: "notice",
  bump: "patch",
  mirror: "mixins.changed",
  evaluate(difference, place) {
    return ofKind(difference, "mixins.changed").map((change) => ({
      changes: [change],
      message: `${place.name()} mixes in other shapes.`,
    }));
  },
};
