import type { ShapeId } from "@shapelog/model";
import { defineRule } from "../../rule.js";

/** Patterns that need not match the whole value (Smithy 2.0, "pattern trait"). */
export const patternTrait = defineRule({
  name: "PatternTrait",
  events: {
    PatternTrait: {
      severity: "warning",
      message: (d: { shape: ShapeId; pattern: string; missing: readonly string[] }) =>
        `The pattern ${d.pattern} of ${d.shape} may match any part of the value. Add ${d.missing.join(" and ")} to match the whole.`,
    },
  },
  *validate(context, event) {
    for (const { id, value } of context.withTrait("pattern")) {
      if (typeof value !== "string") continue;
      const missing = [
        ...(value.startsWith("^") ? [] : ["^ in front"]),
        ...(value.endsWith("$") ? [] : ["$ at the end"]),
      ];
      if (missing.length === 0) continue;
      const place = { shape: id, trait: "smithy.api#pattern" };
      yield event("PatternTrait", place, { shape: id, pattern: value, missing });
    }
  },
});
