import {
  type Member,
  type OperationShape,
  type ResourceShape,
  type ShapeId,
  shapeName,
} from "@shapelog/model";
import type { ValidationContext } from "../../context.js";
import { addToList } from "../../knowledge/add-to-list.js";
import { topDown } from "../../knowledge/top-down.js";
import { listNames } from "../../list-names.js";
import { defineRule } from "../../rule.js";

/** Operations of a service that handle the identifiers of one of its resources (Smithy 2.0, "Service operations"). */
export const serviceBoundResourceOperation = defineRule({
  name: "ServiceBoundResourceOperation",
  events: {
    ServiceBoundResourceOperation: {
      severity: "warning",
      message: (d: { operation: ShapeId; service: ShapeId; resources: readonly ShapeId[] }) =>
        `${d.operation} is bound to ${d.service}, but has the identifiers of ${listNames(d.resources)}. It may belong there.`,
    },
  },
  *validate(context, event) {
    for (const { service, resources } of topDown(context)) {
      const find = indexIdentifiers(resources);
      for (const id of service.operations) {
        const operation = context.shape(id);
        if (operation?.kind !== "operation") continue;
        const found = find(membersOfOperation(context, operation));
        if (found.length === 0) continue;
        const below = `${service.id}.${shapeName(id)}`;
        const data = { operation: id, service: service.id, resources: found };
        yield event("ServiceBoundResourceOperation", { shape: id, below }, data);
      }
    }
  },
});

function membersOfOperation(context: ValidationContext, { input, output }: OperationShape) {
  return [input, output].flatMap((id) => {
    const shape = context.shape(id);
    return shape?.kind === "structure" ? shape.members : [];
  });
}

/** Returns what finds the resources of which members are identifiers: one look at each member, not at each resource. */
function indexIdentifiers(resources: readonly ResourceShape[]) {
  const index = new Map<string, ShapeId[]>();
  for (const { id, identifiers } of resources) {
    for (const { name, target } of identifiers) addToList(index, `${name} ${target}`, id);
  }
  const known = new Map<string, readonly ShapeId[]>();
  return (members: readonly Member[]): readonly ShapeId[] => {
    const keys = new Set<string>();
    for (const { name, target, traits } of members) {
      const key = `${name} ${target}`;
      if (index.has(key) && "smithy.api#required" in traits) keys.add(key);
    }
    const all = [...keys].sort().join();
    const found = known.get(all) ?? [...new Set([...keys].flatMap((key) => index.get(key) ?? []))].sort();
    known.set(all, found);
    return found;
  };
}
