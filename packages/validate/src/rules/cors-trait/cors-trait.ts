import { isNodeObject, type ShapeId } from "@shapelog/model";
import { defineRule } from "../../rule.js";

/** `@cors` that states its origins twice (Smithy 2.0, "cors trait"). */
export const corsTrait = defineRule({
  name: "CorsTrait",
  events: {
    CorsTrait: {
      severity: "error",
      message: (d: { service: ShapeId }) =>
        `@cors of ${d.service} has both "origin" and "origins". Keep "origins" alone.`,
    },
  },
  *validate(context, event) {
    for (const { id, value } of context.withTrait("cors")) {
      if (!isNodeObject(value) || value.origin === undefined) continue;
      if (!isNodeObject(value.origins) || Object.keys(value.origins).length === 0) continue;
      yield event("CorsTrait", { shape: id, trait: "smithy.api#cors" }, { service: id });
    }
  },
});
