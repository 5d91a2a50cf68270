import {
  hasTrait,
  isNodeObject,
  type OperationShape,
  type ResourceShape,
  type ShapeId,
  trait,
} from "@shapelog/model";
import type { ValidationContext } from "../../context.js";
import { findPropertyBindings } from "../../knowledge/property-bindings.js";
import { hasTagMember, hasTagOperations, readTagApi } from "../../knowledge/tagging.js";
import { topDown } from "../../knowledge/top-down.js";
import { defineRule } from "../../rule.js";

const ARN = "aws.api#arn";
const TAGGABLE = "aws.api#taggable";

interface Found {
  readonly kind: keyof typeof MESSAGES;
  readonly service: ShapeId;
  readonly resource: ShapeId;
}

/** Resources that cannot be tagged as they should (Smithy 2.0, "aws.api#taggable trait"). */
export const taggableResource = defineRule({
  name: "TaggableResource",
  events: {
    TaggableResource: { severity: "danger", message: (d: Found) => MESSAGES[d.kind](d) },
  },
  *validate(context, event) {
    for (const { service, resources } of topDown(context)) {
      const isTagService = hasTagOperations(context, service);
      let isTagged = false;
      for (const resource of resources) {
        const isTaggable = hasTrait(resource, TAGGABLE);
        const isUnmarked = !isTaggable && isTagService && hasTrait(resource, ARN);
        isTagged ||= isTaggable || isUnmarked;
        const found = { service: service.id, resource: resource.id };
        if (isUnmarked) {
          const place = { shape: resource.id, severity: "warning" } as const;
          yield event("TaggableResource", place, { kind: "unmarked", ...found });
        }
        if (!isTaggable) continue;
        const update = findTagUpdate(context, resource);
        if (update !== undefined)
          yield event("TaggableResource", { shape: update }, { kind: "update", ...found });
        const kind = findProblem(context, resource, isTagService);
        const severity = kind === "no-arn" ? "error" : "danger";
        if (kind) yield event("TaggableResource", { shape: resource.id, severity }, { kind, ...found });
      }
      const [resource] = resources;
      if (!isTagged || !resource || hasTrait(service, "aws.api#tagEnabled")) continue;
      const found = { kind: "not-enabled", service: service.id, resource: resource.id } as const;
      yield event("TaggableResource", { shape: service.id, severity: "warning" }, found);
    }
  },
});

const MESSAGES = {
  unmarked: (d: Found) =>
    `${d.resource} has an ARN, and ${d.service} can tag, but the resource has no @${TAGGABLE}.`,
  update: (d: Found) =>
    `This operation updates the tags of ${d.resource} with the rest. Tags decide who has access; change them with ` +
    "operations of their own.",
  "no-arn": (d: Found) =>
    `${d.resource} is tagged by the operations of ${d.service}, which need its @${ARN}. Add it.`,
  "no-operations": (d: Found) =>
    `${d.resource} has no operations for its tags, and ${d.service} has none for all resources. Add one or the other.`,
  "not-enabled": (d: Found) =>
    `Resources of ${d.service} can be tagged, but it has no @aws.api#tagEnabled. Add it.`,
};

function findProblem(
  context: ValidationContext,
  resource: ResourceShape,
  isTagService: boolean,
): "no-arn" | "no-operations" | undefined {
  if (hasOwnTagOperations(context, resource)) return undefined;
  if (!isTagService) return "no-operations";
  return hasTrait(resource, ARN) ? undefined : "no-arn";
}

/** Returns the operation that updates or puts a resource and changes its tags on the way. */
function findTagUpdate(context: ValidationContext, resource: ResourceShape): ShapeId | undefined {
  const bound = (slot: string) => resource.lifecycle.find(({ name }) => name === slot)?.target;
  const put = hasTrait(resource, "noReplace") ? undefined : bound("put");
  const changes = [bound("update"), put].some((id) => {
    const operation = id === undefined ? undefined : operationOf(context, id);
    return operation !== undefined && takesTags(context, resource, operation);
  });
  return changes ? (bound("update") ?? put) : undefined;
}

function hasOwnTagOperations(context: ValidationContext, resource: ResourceShape): boolean {
  const value = trait(resource, TAGGABLE);
  return (["tagApi", "untagApi", "listTagsApi"] as const).every((api) => {
    const id = readTagApi(value, api);
    const operation = id === undefined ? undefined : operationOf(context, id);
    if (!operation || !hasTagMember(context, operation, api)) return false;
    return api !== "tagApi" || takesTags(context, resource, operation);
  });
}

function takesTags(context: ValidationContext, resource: ResourceShape, operation: OperationShape): boolean {
  const value = trait(resource, TAGGABLE);
  const property = isNodeObject(value) ? value.property : undefined;
  const found = findPropertyBindings(context, resource, operation.input);
  // Tags within @nestedProperties are not those of the resource.
  if (found?.structure.id !== operation.input) return false;
  return found.bindings.some((binding) => binding.property === property);
}

function operationOf(context: ValidationContext, id: ShapeId): OperationShape | undefined {
  const shape = context.shape(id);
  return shape?.kind === "operation" ? shape : undefined;
}
