import { type NodeValue, type ServiceShape, type ShapeId, trait } from "@shapelog/model";
import type { ValidationContext } from "../context.js";
import { type EndpointTest, readEndpointTests } from "../endpoint-rules/endpoint-tests.js";
import { type ParsedRules, parseDecisionDiagram, parseRuleSet } from "../endpoint-rules/parse-rule-set.js";
import type { RuleProblem } from "../endpoint-rules/problems.js";
import type { EndpointRules } from "../endpoint-rules/syntax.js";

export const RULE_SET = "smithy.rules#endpointRuleSet";
export const DECISION_DIAGRAM = "smithy.rules#endpointBdd";
export const ENDPOINT_TESTS = "smithy.rules#endpointTests";

/** The endpoint rules of a service, free of problems, and the trait that holds them. */
export interface ServiceRules {
  readonly service: ServiceShape;
  readonly trait: ShapeId;
  readonly rules: EndpointRules;
}

/** What is wrong with a trait that holds endpoint rules. */
export interface ServiceProblem {
  readonly service: ShapeId;
  readonly trait: ShapeId;
  readonly problem: RuleProblem;
}

interface Known {
  readonly rules: readonly ServiceRules[];
  readonly problems: readonly ServiceProblem[];
}

/** Returns the endpoint rules of services, without those that have problems. */
export function endpointRules(context: ValidationContext): readonly ServiceRules[] {
  return context.know(parseAll).rules;
}

/** Returns what is wrong with endpoint rules. */
export function endpointRuleProblems(context: ValidationContext): readonly ServiceProblem[] {
  return context.know(parseAll).problems;
}

/** Returns the endpoint tests of a service. */
export function endpointTestsOf(context: ValidationContext, service: ServiceShape): readonly EndpointTest[] {
  const known = context.know(createTests);
  const tests = known.get(service) ?? readEndpointTests(trait(service, ENDPOINT_TESTS));
  known.set(service, tests);
  return tests;
}

function createTests(): Map<ServiceShape, readonly EndpointTest[]> {
  return new Map();
}

const PARSERS: readonly (readonly [trait: ShapeId, parse: (value: NodeValue) => ParsedRules])[] = [
  [RULE_SET, parseRuleSet],
  [DECISION_DIAGRAM, parseDecisionDiagram],
];

function parseAll(context: ValidationContext): Known {
  const rules: ServiceRules[] = [];
  const problems: ServiceProblem[] = [];
  for (const [trait, parse] of PARSERS) {
    for (const { shape: service, value } of context.withTrait(trait)) {
      if (service.kind !== "service") continue;
      const parsed = parse(value);
      if (parsed.rules) rules.push({ service, trait, rules: parsed.rules });
      for (const problem of parsed.problems) problems.push({ service: service.id, trait, problem });
    }
  }
  return { rules, problems };
}
