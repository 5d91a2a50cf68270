import { equalNodes, type NodeValue, type OperationShape, type ShapeId, shapeName } from "@shapelog/model";
import type { ValidationContext } from "../../context.js";
import type { EndpointTest, TestInput } from "../../endpoint-rules/endpoint-tests.js";
import type { Parameter } from "../../endpoint-rules/syntax.js";
import type { EventPlace } from "../../event.js";
import { ENDPOINT_TESTS, endpointRules, endpointTestsOf } from "../../knowledge/endpoint-rules.js";
import { structureOf } from "../../knowledge/structure-of.js";
import { topDown } from "../../knowledge/top-down.js";
import { checkNode } from "../../node/check-node.js";
import { describeProblem, describeValue, type NodeProblem } from "../../node/problems.js";
import { defineRule } from "../../rule.js";

type Fault =
  | { readonly kind: "unbound"; readonly operation: string }
  | {
      readonly kind: "not-given" | "no-default";
      readonly builtIn: string;
      readonly parameter: string;
      readonly value: NodeValue;
    }
  | {
      readonly kind: "inconsistent";
      readonly builtIn: string;
      readonly parameter: string;
      readonly value: NodeValue;
      readonly given: NodeValue;
    }
  | { readonly kind: "input"; readonly operation: string; readonly problem: NodeProblem };

interface Found extends Pick<EventPlace, "below" | "severity"> {
  readonly fault: Fault;
}

/** Operation inputs of endpoint tests that do not fit the test or the operation (Smithy 2.0, "endpointTests trait"). */
export const endpointTestsTrait = defineRule({
  name: "EndpointTestsTrait",
  events: {
    EndpointTestsTrait: {
      severity: "error",
      message: (d: { service: ShapeId; test: number; fault: Fault }) =>
        `Endpoint test ${d.test} of ${d.service} ${describeFault(d.fault)}`,
    },
  },
  *validate(context, event) {
    for (const { service, rules } of endpointRules(context)) {
      const known: Known = {
        operations: findOperations(context, service.id),
        parameters: new Map(rules.parameters.map((parameter) => [parameter.name, parameter])),
      };
      for (const test of endpointTestsOf(context, service)) {
        for (const { fault, ...place } of checkTest(context, test, known)) {
          const data = { service: service.id, test: test.index, fault };
          yield event("EndpointTestsTrait", { shape: service.id, trait: ENDPOINT_TESTS, ...place }, data);
        }
      }
    }
  },
});

function describeFault(fault: Fault): string {
  switch (fault.kind) {
    case "unbound":
      return `calls the operation ${fault.operation}, which the service does not bind.`;
    case "not-given":
      return `has ${describeValue(fault.value)} for ${fault.parameter}, other than its default, so the inputs have to give it for the built-in ${fault.builtIn}.`;
    case "no-default":
      return `has ${describeValue(fault.value)} for ${fault.parameter}, which has no default, so the inputs have to give it for the built-in ${fault.builtIn}.`;
    case "inconsistent":
      return `has ${describeValue(fault.value)} for ${fault.parameter}, but the inputs give ${describeValue(fault.given)} for its built-in ${fault.builtIn}.`;
    default:
      return `has an input that does not fit ${fault.operation}: ${describeProblem(fault.problem)}`;
  }
}

type Operations = ReadonlyMap<string, OperationShape>;

/** What a service has, by name. */
interface Known {
  readonly operations: Operations;
  readonly parameters: ReadonlyMap<string, Parameter>;
}

function findOperations(context: ValidationContext, id: ShapeId): Operations {
  const bound = topDown(context).find(({ service }) => service.id === id);
  return new Map(bound?.operations.map((operation) => [shapeName(operation.id), operation]));
}

function* checkTest(
  context: ValidationContext,
  test: EndpointTest,
  { operations, parameters }: Known,
): Generator<Found> {
  for (const input of test.inputs) {
    const operation = operations.get(input.operationName);
    if (!operation) {
      yield { fault: { kind: "unbound", operation: input.operationName } };
      continue;
    }
    for (const [name, value] of Object.entries(test.params)) {
      const parameter = parameters.get(name);
      if (parameter) yield* checkBuiltIn(value, input, parameter);
    }
    for (const problem of findInputProblems(context, operation, input)) {
      // A test that expects an error may have a wrong input on purpose.
      const isError = problem.severity === "error" && test.expected?.kind !== "error";
      yield {
        fault: { kind: "input", operation: operation.id, problem },
        severity: isError ? "error" : "danger",
        below: problem.below,
      };
    }
  }
}

/** What a test gives for a parameter with a built-in is what its inputs give for the built-in, or the default. */
function* checkBuiltIn(
  value: NodeValue,
  { builtInParams }: TestInput,
  { name, builtIn, default: fallback }: Parameter,
): Generator<Found> {
  if (builtIn === undefined) return;
  const given = Object.hasOwn(builtInParams, builtIn) ? builtInParams[builtIn] : undefined;
  const known = { builtIn, parameter: name, value };
  if (given !== undefined) {
    if (!equalNodes(given, value)) yield { fault: { kind: "inconsistent", ...known, given } };
  } else if (fallback === undefined) {
    yield { fault: { kind: "no-default", ...known } };
  } else if (!equalNodes(fallback, value)) {
    yield { fault: { kind: "not-given", ...known } };
  }
}

function findInputProblems(
  context: ValidationContext,
  operation: OperationShape,
  { operationParams }: TestInput,
): readonly NodeProblem[] {
  const shape = structureOf(context, operation.input);
  if (!shape) return [];
  return checkNode(context, { id: shape.id, traits: shape.traits, shape }, { value: operationParams });
}
