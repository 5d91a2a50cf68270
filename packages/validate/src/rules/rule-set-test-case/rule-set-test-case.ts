import type { ShapeId } from "@shapelog/model";
import { runEndpointTest } from "../../endpoint-rules/endpoint-tests.js";
import { describeFailure, type EvaluationFailure } from "../../endpoint-rules/failures.js";
import { OLDER_FUNCTIONS } from "../../endpoint-rules/functions/index.js";
import { ENDPOINT_TESTS, endpointRules, endpointTestsOf, RULE_SET } from "../../knowledge/endpoint-rules.js";
import { defineRule } from "../../rule.js";

/** Endpoint tests that the rules do not pass (Smithy 2.0, "endpointTests trait"). */
export const ruleSetTestCase = defineRule({
  name: "RuleSetTestCase",
  events: {
    RuleSetTestCase: {
      severity: "error",
      message: (d: { service: ShapeId; test: number; title: string; failure: EvaluationFailure }) =>
        `Endpoint test ${d.test} of ${d.service}${d.title && ` ("${d.title}")`} fails: ${describeFailure(d.failure)}.`,
    },
    "RuleSetTestCase.OlderPartition": {
      severity: "note",
      message: (d: { service: ShapeId; test: number; title: string; failure: EvaluationFailure }) =>
        `Endpoint test ${d.test} of ${d.service}${d.title && ` ("${d.title}")`} holds only as long as the aws-iso ` +
        `partitions had no dual-stack endpoints: ${describeFailure(d.failure)}. Expect the endpoint of today.`,
    },
  },
  *validate(context, event) {
    for (const { service, trait, rules } of endpointRules(context)) {
      if (trait !== RULE_SET && service.traits[RULE_SET] !== undefined) continue; // the rule set goes first
      for (const test of endpointTestsOf(context, service)) {
        const failure = runEndpointTest(rules, test);
        if (!failure) continue;
        const data = { service: service.id, test: test.index, title: test.documentation ?? "", failure };
        const isOlder = runEndpointTest(rules, test, OLDER_FUNCTIONS) === undefined;
        const id = isOlder ? "RuleSetTestCase.OlderPartition" : "RuleSetTestCase";
        yield event(id, { shape: service.id, trait: ENDPOINT_TESTS }, data);
      }
    }
  },
});
