import { hasTrait, isNodeObject, type ShapeId, shapeName, trait } from "@shapelog/model";
import { hasTagOperations, type TagApi, tagOperationsOf } from "../../knowledge/tagging.js";
import { topDown } from "../../knowledge/top-down.js";
import { defineRule } from "../../rule.js";

const TRAIT = "aws.api#tagEnabled";

type Found = { readonly service: ShapeId } & (
  | { readonly kind: "no-taggable" | "no-operations" }
  | { readonly kind: "ambiguous"; readonly api: TagApi; readonly configured: ShapeId; readonly name: string }
);

/** Services that are tag-enabled to no use, or ambiguously (Smithy 2.0, "aws.api#tagEnabled trait"). */
export const tagEnabledService = defineRule({
  name: "TagEnabledService",
  events: {
    TagEnabledService: { severity: "warning", message: describe },
  },
  *validate(context, event) {
    for (const { service, resources } of topDown(context)) {
      const value = trait(service, TRAIT);
      if (value === undefined) continue;
      const place = { shape: service.id, trait: TRAIT };
      if (!resources.some((resource) => hasTrait(resource, "aws.api#taggable"))) {
        const data = { service: service.id, kind: "no-taggable" } as const;
        yield event("TagEnabledService", { ...place, severity: "error" }, data);
      }
      const isOptional = isNodeObject(value) && value.disableDefaultOperations === true;
      if (!isOptional && !hasTagOperations(context, service)) {
        yield event("TagEnabledService", place, { service: service.id, kind: "no-operations" });
      }
      for (const { api, defaultName: name, configured } of tagOperationsOf(context, service)) {
        if (configured === undefined || shapeName(configured) === name) continue;
        if (!service.operations.some((id) => shapeName(id) === name)) continue;
        yield event("TagEnabledService", place, {
          service: service.id,
          kind: "ambiguous",
          api,
          configured,
          name,
        });
      }
    }
  },
});

function describe(d: Found): string {
  switch (d.kind) {
    case "no-taggable":
      return `${d.service} has @${TRAIT}, but none of its resources has @aws.api#taggable. Add it to one.`;
    case "no-operations":
      return `${d.service} has @${TRAIT}, but not all of TagResource, UntagResource and ListTagsForResource.`;
    case "ambiguous":
      return `apiConfig.${d.api} of ${d.service} is ${d.configured}, so its operation ${d.name} is not used for tagging. Take one of the two out.`;
  }
}
