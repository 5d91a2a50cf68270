import { describeRuleProblem } from "../../endpoint-rules/problems.js";
import { endpointRuleProblems, RULE_SET, type ServiceProblem } from "../../knowledge/endpoint-rules.js";
import { defineRule } from "../../rule.js";

/**
 * Endpoint rule sets that cannot be read or whose types do not fit (Smithy 2.0, "endpointRuleSet trait"). Other rules
 * pass over them. Smithy itself has no event for this: it stops.
 */
export const endpointRuleSetTrait = defineRule({
  name: "EndpointRuleSetTrait",
  events: {
    EndpointRuleSetTrait: {
      severity: "error",
      message: (d: ServiceProblem) =>
        `The endpoint rules of ${d.service} are wrong at ${describeRuleProblem(d.problem)}`,
    },
  },
  *validate(context, event) {
    for (const found of endpointRuleProblems(context)) {
      const { service: shape, trait } = found;
      if (trait === RULE_SET) yield event("EndpointRuleSetTrait", { shape, trait }, found);
    }
  },
});
