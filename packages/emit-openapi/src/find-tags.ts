import { documentationText, serviceTitle } from "@shapelog/emit";
import {
  compareCodeUnits,
  documentation,
  findShape,
  type Model,
  neighbors,
  type OperationShape,
  type ResourceShape,
  type ServiceShape,
  type ShapeId,
  shapeName,
  stringListTrait,
} from "@shapelog/model";
import { externalDocs } from "./annotations.js";
import type { OpenApiObject } from "./openapi-context.js";

export interface Tags {
  readonly tags: readonly OpenApiObject[];
  /** Returns the tags of an operation. */
  tagsOf(operation: OperationShape): readonly string[];
}

/**
 * Finds the tags of a service's operations: the resource that binds an operation, else the service itself, and then what
 * `@tags` says, as it is written.
 */
export function findTags(model: Model, service: ServiceShape, operations: readonly OperationShape[]): Tags {
  const own = plainTitle(service);
  const byOperation = new Map<ShapeId, string>();
  const used = new Map<string, OpenApiObject>();
  for (const resource of findResources(model, service)) {
    const tag = shapeName(resource.id);
    for (const { relationship, target } of neighbors(resource)) {
      if (relationship === "resource" || findShape(model, target)?.kind !== "operation") continue;
      if (byOperation.has(target)) continue;
      byOperation.set(target, tag);
      used.set(tag, tagObject(tag, resource));
    }
  }
  const tags = [...used].sort(([a], [b]) => compareCodeUnits(a, b)).map(([, tag]) => tag);
  const first = used.has(own) ? tags : [{ name: own }, ...tags];
  const known = new Set(first.map(({ name }) => name));
  const stated = new Set(operations.flatMap((operation) => stringListTrait(operation, "tags")));
  const further = [...stated].filter((name) => !known.has(name)).sort(compareCodeUnits);
  return {
    tags: [...first, ...further.map((name) => ({ name }))],
    tagsOf: (operation) => [
      ...new Set([byOperation.get(operation.id) ?? own, ...stringListTrait(operation, "tags")]),
    ],
  };
}

/** Returns what people call a service as plain text of one line, which is not Markdown. */
export function plainTitle(service: ServiceShape): string {
  return serviceTitle(service)
    .replace(/[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069\s]+/gu, " ")
    .trim();
}

function findResources(model: Model, service: ServiceShape): ResourceShape[] {
  const seen = new Set<ShapeId>(service.resources);
  for (const id of seen) {
    const shape = findShape(model, id);
    if (shape?.kind === "resource") for (const child of shape.resources) seen.add(child);
  }
  return [...seen].sort(compareCodeUnits).flatMap((id) => {
    const shape = findShape(model, id);
    return shape?.kind === "resource" ? [shape] : [];
  });
}

function tagObject(name: string, resource: ResourceShape): OpenApiObject {
  const description = documentationText(documentation(resource) ?? "");
  return { name, ...(description === "" ? {} : { description }), ...externalDocs(resource) };
}
