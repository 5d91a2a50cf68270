import { type OperationShape, type ShapeId, shapeName } from "@shapelog/model";
import type { ValidationContext } from "../../context.js";
import { isImplicitIdentifier } from "../../knowledge/identifier-bindings.js";
import { topDown } from "../../knowledge/top-down.js";
import { defineRule } from "../../rule.js";

/** Operations of a service that handle the identifiers of one of its resources (Smithy 2.0, "Service operations"). */
export const serviceBoundResourceOperation = defineRule({
  name: "ServiceBoundResourceOperation",
  events: {
    ServiceBoundResourceOperation: {
      severity: "warning",
      message: (d: { operation: ShapeId; service: ShapeId; resources: readonly ShapeId[] }) =>
        `${d.operation} is bound to ${d.service}, but has the identifiers of ${d.resources.join(", ")}. It may belong there.`,
    },
  },
  *validate(context, event) {
    for (const { service, resources } of topDown(context)) {
      for (const id of service.operations) {
        const operation = context.shape(id);
        if (operation?.kind !== "operation") continue;
        const members = membersOfOperation(context, operation);
        const found = resources.filter((resource) =>
          members.some((member) => isImplicitIdentifier(member, resource)),
        );
        if (found.length === 0) continue;
        const below = `${service.id}.${shapeName(id)}`;
        const data = { operation: id, service: service.id, resources: found.map((resource) => resource.id) };
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
