import { isNodeObject, type ShapeId } from "@shapelog/model";
import { holdsTags } from "../../knowledge/tagging.js";
import { defineRule } from "../../rule.js";

const TRAIT = "aws.api#taggable";

/** Properties of tags that cannot hold tags (Smithy 2.0, "aws.api#taggable trait"). */
export const tagResourcePropertyType = defineRule({
  name: "TagResourcePropertyType",
  events: {
    TagResourcePropertyType: {
      severity: "error",
      message: (d: { resource: ShapeId; property: string; target: ShapeId }) =>
        `The property "${d.property}" of ${d.resource} is for tags, but ${d.target} cannot hold them; ` +
        "expected a map of strings, or a list of structures of two strings.",
    },
  },
  *validate(context, event) {
    for (const { id, shape, value } of context.withTrait(TRAIT)) {
      const property = isNodeObject(value) ? value.property : undefined;
      if (typeof property !== "string" || shape.kind !== "resource") continue;
      const target = shape.properties.find(({ name }) => name === property)?.target;
      const found = target === undefined ? undefined : context.shape(target);
      if (!found || holdsTags(context, found)) continue;
      yield event(
        "TagResourcePropertyType",
        { shape: id, trait: TRAIT },
        { resource: id, property, target: found.id },
      );
    }
  },
});
