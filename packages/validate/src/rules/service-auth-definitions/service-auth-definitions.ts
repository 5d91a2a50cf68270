import { hasTrait, type ShapeId } from "@shapelog/model";
import { authSchemesOf } from "../../knowledge/service-schemes.js";
import { listNames } from "../../list-names.js";
import { defineRule } from "../../rule.js";

/** Services that do not say which way to authenticate goes first (Smithy 2.0, "auth trait"). */
export const serviceAuthDefinitions = defineRule({
  name: "ServiceAuthDefinitions",
  events: {
    ServiceAuthDefinitions: {
      severity: "warning",
      message: (d: { service: ShapeId; schemes: readonly ShapeId[] }) =>
        `Service ${d.service} has ${listNames(d.schemes)} but no @auth, so clients try them in this order, that of ` +
        "their names. Say the order with @auth.",
    },
  },
  *validate(context, event) {
    for (const service of context.ofKind("service")) {
      if (hasTrait(service, "auth")) continue;
      const schemes = authSchemesOf(context, service);
      if (schemes.length < 2) continue;
      yield event("ServiceAuthDefinitions", { shape: service.id }, { service: service.id, schemes });
    }
  },
});
