import { hasTrait, type ShapeId } from "@shapelog/model";
import type { ValidationContext } from "../../context.js";
import { protocolHeeds, protocolsOf } from "../../knowledge/service-schemes.js";
import { type Bound, topDown } from "../../knowledge/top-down.js";
import { defineRule } from "../../rule.js";

/** Operations without `@http` among those that have it (Smithy 2.0, "http trait"). */
export const httpBindingsMissing = defineRule({
  name: "HttpBindingsMissing",
  events: {
    HttpBindingsMissing: {
      severity: "error",
      message: (d: { operation: ShapeId; service: ShapeId; protocol?: ShapeId }) =>
        d.protocol === undefined
          ? `Operation ${d.operation} has no @http, but other operations of ${d.service} have it.`
          : `Operation ${d.operation} has no @http, but protocol ${d.protocol} of ${d.service} needs it.`,
    },
  },
  *validate(context, event) {
    if (context.withTrait("http").length === 0) return;
    for (const bound of topDown(context)) {
      const protocol = findProtocol(context, bound);
      if (protocol === undefined && !bound.operations.some((operation) => hasTrait(operation, "http")))
        continue;
      const severity = protocol === undefined ? "warning" : "error";
      for (const operation of bound.operations) {
        if (hasTrait(operation, "http")) continue;
        const data = { operation: operation.id, service: bound.service.id };
        const place = { shape: operation.id, severity } as const;
        yield event("HttpBindingsMissing", place, protocol === undefined ? data : { ...data, protocol });
      }
    }
  },
});

function findProtocol(context: ValidationContext, { service }: Bound): ShapeId | undefined {
  return protocolsOf(context, service).find((protocol) => protocolHeeds(protocol, "smithy.api#http"))?.id;
}
