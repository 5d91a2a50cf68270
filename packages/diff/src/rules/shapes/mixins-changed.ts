import { shapeName } from "@shapelog/model";
import { isMixin } from "../../resolve-models.js";
import type { Rule } from "../../rule/rule.js";
import { NOTHING_BREAKS } from "../../rule/witness.js";
import { code } from "../../words.js";

/** What a shape is put together from changed; what that does to its members is told where they are met. */
export const mixinsChanged: Rule = {
  id: "mixins.changed",
  reach: "any",
  wire: "note",
  source: "note",
  verdict: "notice",
  witness: NOTHING_BREAKS,
  bump: "patch",
  mirror: "mixins.changed",
  kinds: ["mixins.changed"],
  evaluate(difference) {
    const name = code(shapeName(difference.shape));
    const mixed = [difference.before, difference.after].some((shape) => shape && isMixin(shape));
    const what = difference.before ? (difference.after ? "changed" : "is gone") : "is new";
    return [
      {
        changes: difference.changes,
        positions: [],
        message: mixed
          ? `The mixin ${name} ${what}; what that does to the shapes that use it is told there.`
          : what !== "changed"
            ? `The shape ${name} ${what}; what that does is told where it is used.`
            : `${name} is put together in another way; what that does to its members is told by itself.`,
      },
    ];
  },
};
