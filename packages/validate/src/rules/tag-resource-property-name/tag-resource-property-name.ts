import { isNodeObject, type ShapeId } from "@shapelog/model";
import { isTagsName } from "../../knowledge/tagging.js";
import { defineRule } from "../../rule.js";

const TRAIT = "aws.api#taggable";

/** Properties of tags that go by an unusual name (Smithy 2.0, "aws.api#taggable trait"). */
export const tagResourcePropertyName = defineRule({
  name: "TagResourcePropertyName",
  events: {
    TagResourcePropertyName: {
      severity: "warning",
      message: (d: { resource: ShapeId; property: string }) =>
        `The tags of ${d.resource} are in the property "${d.property}". Name it "tags".`,
    },
  },
  *validate(context, event) {
    for (const { id, value } of context.withTrait(TRAIT)) {
      const property = isNodeObject(value) ? value.property : undefined;
      if (typeof property !== "string" || isTagsName(property)) continue;
      yield event("TagResourcePropertyName", { shape: id, trait: TRAIT }, { resource: id, property });
    }
  },
});
