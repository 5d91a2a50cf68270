import type { ShapeId } from "@shapelog/model";
import { SENSITIVE_BUILT_INS } from "../../endpoint-rules/built-ins.js";
import { endpointRules } from "../../knowledge/endpoint-rules.js";
import { defineRule } from "../../rule.js";

/** Built-ins that are easily used wrongly (Smithy 2.0, "AWS rules engine built-ins"). */
export const ruleSetAwsBuiltIn = defineRule({
  name: "RuleSetAwsBuiltIn",
  events: {
    RuleSetAwsBuiltIn: {
      severity: "danger",
      message: (d: { service: ShapeId; parameter: string; builtIn: string }) =>
        `The parameter ${d.parameter} of the endpoint rules of ${d.service} takes the built-in "${d.builtIn}", which not every client and credential has. See that the rules do without it, and suppress this.`,
    },
  },
  *validate(context, event) {
    for (const { service, trait, rules } of endpointRules(context)) {
      for (const { name, builtIn } of rules.parameters) {
        if (builtIn === undefined || !SENSITIVE_BUILT_INS.has(builtIn)) continue;
        const data = { service: service.id, parameter: name, builtIn };
        yield event("RuleSetAwsBuiltIn", { shape: service.id, trait, below: builtIn }, data);
      }
    }
  },
});
