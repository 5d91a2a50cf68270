import { documentationText, serviceTitle } from "@shapelog/emit";
import {
  compareCodeUnits,
  documentation,
  findShape,
  type Model,
  neighbors,
  type ResourceShape,
  type ServiceShape,
  type ShapeId,
  shapeName,
} from "@shapelog/model";
import type { OpenApiObject } from "./openapi-context.js";

export interface Tags {
  readonly tags: readonly OpenApiObject[];
  /** Returns the tag of an operation. */
  tagOf(operation: ShapeId): string;
}

/** Finds the tags of a service's operations: the resource that binds an operation, else the service itself. */
export function findTags(model: Model, service: ServiceShape): Tags {
  const own = documentationText(serviceTitle(service)).replace(/\s+/g, " ");
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
  return {
    tags: used.has(own) ? tags : [{ name: own }, ...tags],
    tagOf: (operation) => byOperation.get(operation) ?? own,
  };
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
  return { name, ...(description === "" ? {} : { description }) };
}
