import { isNodeArray, isNodeObject, type NodeValue } from "@shapelog/model";
import { evaluateRules, type Outcome, type ResolvedEndpoint } from "./evaluate.js";
import type { EvaluationFailure } from "./failures.js";
import type { EndpointRules } from "./syntax.js";
import { describeRuleValue, equalValues, toValue, type Value } from "./value.js";

type NodeObject = Readonly<Record<string, NodeValue>>;

/** A call of an operation that has to lead to the endpoint, too. */
export interface TestInput {
  readonly operationName: string;
  readonly operationParams: NodeObject;
  readonly builtInParams: NodeObject;
}

/** A test of `endpointTests`. */
export interface EndpointTest {
  readonly index: number;
  readonly documentation: string | undefined;
  readonly params: NodeObject;
  readonly inputs: readonly TestInput[];
  readonly expected: Exclude<Outcome, { readonly kind: "failure" }> | undefined;
}

/** Returns the tests that the value of `endpointTests` has. What is not as it should be is left out. */
export function readEndpointTests(value: NodeValue | undefined): readonly EndpointTest[] {
  const list = isNodeObject(value) ? value.testCases : undefined;
  return objectsOf(list).map((test, index) => ({
    index,
    documentation: typeof test.documentation === "string" ? test.documentation : undefined,
    params: objectOf(test.params),
    inputs: objectsOf(test.operationInputs).map(readInput),
    expected: readExpected(objectOf(test.expect)),
  }));
}

function readInput({ operationName, operationParams, builtInParams }: NodeObject): TestInput {
  return {
    operationName: typeof operationName === "string" ? operationName : "",
    operationParams: objectOf(operationParams),
    builtInParams: objectOf(builtInParams),
  };
}

function readExpected({ endpoint, error }: NodeObject): EndpointTest["expected"] {
  if (typeof error === "string") return { kind: "error", error };
  if (!isNodeObject(endpoint)) return undefined;
  const { url, headers, properties } = endpoint;
  return {
    kind: "endpoint",
    endpoint: {
      url: typeof url === "string" ? url : "",
      headers: new Map(Object.entries(objectOf(headers)).map(([name, values]) => [name, textsOf(values)])),
      properties: new Map(Object.entries(objectOf(properties)).map(([name, each]) => [name, toValue(each)])),
    },
  };
}

function objectOf(value: NodeValue | undefined): NodeObject {
  return isNodeObject(value) ? value : {};
}

function objectsOf(value: NodeValue | undefined): readonly NodeObject[] {
  return isNodeArray(value) ? value.filter(isNodeObject) : [];
}

function textsOf(value: NodeValue): readonly string[] {
  return isNodeArray(value) ? value.filter((each) => typeof each === "string") : [];
}

/**
 * Returns why rules do not give what a test expects, or `undefined` where they do. `functions` are those of the rules
 * language; default: all of them, with what is known of partitions today.
 */
export function runEndpointTest(
  rules: EndpointRules,
  test: EndpointTest,
  functions?: Parameters<typeof evaluateRules>[2],
): EvaluationFailure | undefined {
  const given = new Map(Object.entries(test.params).map(([name, value]) => [name, toValue(value)]));
  const outcome = evaluateRules(rules, given, functions);
  const { expected } = test;
  if (outcome.kind === "failure") return outcome.failure;
  if (!expected) return undefined;
  if (expected.kind === "error") {
    if (outcome.kind === "endpoint") return { kind: "unexpected-endpoint", url: outcome.endpoint.url };
    if (outcome.error === expected.error) return undefined;
    return { kind: "different-error", expected: expected.error, found: outcome.error };
  }
  if (outcome.kind === "error") return { kind: "unexpected-error", error: outcome.error };
  return compareEndpoints(expected.endpoint, outcome.endpoint);
}

function compareEndpoints(
  expected: ResolvedEndpoint,
  found: ResolvedEndpoint,
): EvaluationFailure | undefined {
  if (expected.url !== found.url) return { kind: "different-url", expected: expected.url, found: found.url };
  return (
    compareParts("header", expected.headers, found.headers) ??
    compareParts("property", expected.properties, found.properties)
  );
}

type Parts = ReadonlyMap<string, Value>;

function compareParts(kind: string, expected: Parts, found: Parts): EvaluationFailure | undefined {
  for (const name of new Set([...expected.keys(), ...found.keys()])) {
    const [before, after] = [expected.get(name), found.get(name)];
    if (equalValues(before, after)) continue;
    const part = `${kind} "${name}"`;
    const texts = { expected: describeRuleValue(before), found: describeRuleValue(after) };
    if (after === undefined) return { kind: "missing-part", part, ...texts };
    return { kind: before === undefined ? "extra-part" : "different-part", part, ...texts };
  }
  return undefined;
}
