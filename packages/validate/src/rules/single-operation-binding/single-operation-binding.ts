import type { ShapeId } from "@shapelog/model";
import { addToList } from "../../knowledge/add-to-list.js";
import { type Bound, operationsOf, topDown } from "../../knowledge/top-down.js";
import { defineRule } from "../../rule.js";

/** Operations that one service binds in several places (Smithy 2.0, "Service operations"). */
export const singleOperationBinding = defineRule({
  name: "SingleOperationBinding",
  stage: "critical",
  events: {
    SingleOperationBinding: {
      severity: "error",
      message: (d: { operation: ShapeId; service: ShapeId; binders: readonly ShapeId[] }) =>
        `${d.operation} is bound more than once in ${d.service}: by ${d.binders.join(", ")}. Leave one binding.`,
    },
  },
  *validate(context, event) {
    for (const bound of topDown(context)) {
      for (const [operation, binders] of findBinders(bound)) {
        if (binders.length < 2) continue;
        const data = { operation, service: bound.service.id, binders };
        yield event("SingleOperationBinding", { shape: operation }, data);
      }
    }
  },
});

function findBinders({ service, resources }: Bound): ReadonlyMap<ShapeId, readonly ShapeId[]> {
  const binders = new Map<ShapeId, ShapeId[]>();
  const add = (binder: ShapeId, operations: readonly ShapeId[]) => {
    for (const operation of new Set(operations)) {
      addToList(binders, operation, binder);
    }
  };
  add(service.id, service.operations);
  for (const resource of resources) add(resource.id, operationsOf(resource));
  return binders;
}
