import { bounds, compareNumbers, isWhole, type NodeNumber, type ShapeId } from "@shapelog/model";
import { defineRule } from "../../rule.js";

/** Bounds of `@range` that no value can meet (Smithy 2.0, "range trait"). */
export const rangeTrait = defineRule({
  name: "RangeTrait",
  events: {
    RangeTrait: {
      severity: "error",
      message: (d: { shape: ShapeId; bound: "min" | "max" | "both"; min?: NodeNumber; max?: NodeNumber }) =>
        d.bound === "both"
          ? `@range of ${d.shape} has min ${d.min}, which is more than its max ${d.max}. Swap or correct the two.`
          : `@range of ${d.shape} has ${d.bound} ${d.bound === "min" ? d.min : d.max}, but its values are whole numbers.`,
    },
  },
  *validate(context, event) {
    for (const use of context.withTrait("range")) {
      const { id: shape, member } = use;
      const kind = (member ? context.shape(member.target) : use.shape)?.kind;
      const needsWhole = kind !== undefined && kind !== "float" && kind !== "double" && kind !== "bigDecimal";
      const { min, max } = bounds({ ...use.shape, traits: use.traits }, "range") ?? {};
      const place = { shape, trait: "smithy.api#range" };
      if (needsWhole && min !== undefined && !isWhole(min)) {
        yield event("RangeTrait", place, { shape, bound: "min", min });
      }
      if (needsWhole && max !== undefined && !isWhole(max)) {
        yield event("RangeTrait", place, { shape, bound: "max", max });
      }
      if (min !== undefined && max !== undefined && compareNumbers(min, max) > 0) {
        yield event("RangeTrait", place, { shape, bound: "both", min, max });
      }
    }
  },
});
