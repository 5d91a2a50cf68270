import type { ShapeId } from "@shapelog/model";
import { type Bound, topDown } from "../../knowledge/top-down.js";
import { defineRule } from "../../rule.js";

/** Resources that one service binds in several places (Smithy 2.0, "Service resources"). */
export const singleResourceBinding = defineRule({
  name: "SingleResourceBinding",
  stage: "critical",
  events: {
    SingleResourceBinding: {
      severity: "error",
      message: (d: { resource: ShapeId; service: ShapeId; binders: readonly ShapeId[] }) =>
        `${d.resource} is bound more than once in ${d.service}: by ${d.binders.join(", ")}. Leave one binding.`,
    },
  },
  *validate(context, event) {
    for (const bound of topDown(context)) {
      for (const [resource, binders] of findBinders(bound)) {
        if (binders.size < 2) continue;
        const data = { resource, service: bound.service.id, binders: [...binders] };
        yield event("SingleResourceBinding", { shape: resource }, data);
      }
    }
  },
});

function findBinders({ service, resources }: Bound): ReadonlyMap<ShapeId, ReadonlySet<ShapeId>> {
  const binders = new Map<ShapeId, Set<ShapeId>>();
  for (const binder of [service, ...resources]) {
    for (const resource of binder.resources) {
      binders.set(resource, (binders.get(resource) ?? new Set()).add(binder.id));
    }
  }
  return binders;
}
