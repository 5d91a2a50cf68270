import type { ShapeId } from "@shapelog/model";
import { endpointRules } from "../../knowledge/endpoint-rules.js";
import { defineRule } from "../../rule.js";

/** Parameters of endpoint rules without documentation (Smithy 2.0, "Parameter object"). */
export const ruleSetParamMissingDocs = defineRule({
  name: "RuleSetParamMissingDocs",
  events: {
    RuleSetParamMissingDocs: {
      severity: "warning",
      message: (d: { service: ShapeId; parameter: string }) =>
        `The parameter ${d.parameter} of the endpoint rules of ${d.service} has no documentation. Say what it is for.`,
    },
  },
  *validate(context, event) {
    for (const { service, trait, rules } of endpointRules(context)) {
      for (const { name, documentation } of rules.parameters) {
        if (documentation !== undefined) continue;
        const data = { service: service.id, parameter: name };
        yield event("RuleSetParamMissingDocs", { shape: service.id, trait }, data);
      }
    }
  },
});
