import { describeRuleProblem } from "../../endpoint-rules/problems.js";
import {
  DECISION_DIAGRAM,
  endpointRuleProblems,
  type ServiceProblem,
} from "../../knowledge/endpoint-rules.js";
import { defineRule } from "../../rule.js";

/** Decision diagrams that cannot be read or whose types do not fit (Smithy 2.0, "endpointBdd trait"). */
export const endpointBddTrait = defineRule({
  name: "EndpointBddTrait",
  stage: "loading",
  events: {
    Model: {
      severity: "error",
      message: (d: ServiceProblem) =>
        `The decision diagram of ${d.service} is wrong at ${describeRuleProblem(d.problem)}`,
    },
  },
  *validate(context, event) {
    for (const found of endpointRuleProblems(context)) {
      const { service: shape, trait } = found;
      if (trait === DECISION_DIAGRAM) yield event("Model", { shape, trait }, found);
    }
  },
});
