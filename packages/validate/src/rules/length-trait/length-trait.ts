import { compareNumbers, isNodeNumber, isNodeObject, type NodeNumber } from "@shapelog/model";
import { defineRule } from "../../rule.js";

/** Bounds of `@length` that no value can meet (Smithy 2.0, "length trait"). */
export const lengthTrait = defineRule({
  name: "LengthTrait",
  events: {
    LengthTrait: {
      severity: "error",
      message: (d: { bound: "min" | "max" | "both"; min?: NodeNumber; max?: NodeNumber }) =>
        d.bound === "both"
          ? `@length has min ${d.min}, which is more than its max ${d.max}. Swap or correct the two.`
          : `@length has ${d.bound} ${d.bound === "min" ? d.min : d.max}; a length is never negative.`,
    },
  },
  *validate(context, event) {
    for (const { id, value } of context.withTrait("length")) {
      if (!isNodeObject(value)) continue;
      const min = isNodeNumber(value.min) ? value.min : undefined;
      const max = isNodeNumber(value.max) ? value.max : undefined;
      const place = { shape: id, trait: "smithy.api#length" };
      if (min !== undefined && compareNumbers(min, 0) < 0)
        yield event("LengthTrait", place, { bound: "min", min });
      if (max !== undefined && compareNumbers(max, 0) < 0)
        yield event("LengthTrait", place, { bound: "max", max });
      if (min !== undefined && max !== undefined && compareNumbers(min, max) > 0) {
        yield event("LengthTrait", place, { bound: "both", min, max });
      }
    }
  },
});
