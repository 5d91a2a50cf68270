import { createModel, type NodeValue, type Shape } from "@shapelog/model";
import { expect, it } from "vitest";
import { validateModel } from "../../validate-model.js";
import { endpointTestsTrait } from "./endpoint-tests-trait.js";

const RULE_SET = {
  version: "1.0",
  parameters: {
    Free: { type: "string" },
    Given: { type: "string", builtIn: "AWS::Region" },
    Settled: { type: "string", builtIn: "SDK::Endpoint", required: true, default: "d" },
  },
  rules: [{ type: "error", error: "x" }],
};

const INPUT: Shape = {
  kind: "structure",
  id: "example#GetCityInput",
  traits: {},
  members: [{ name: "city", target: "smithy.api#String", traits: { "smithy.api#required": {} } }],
};

/** Returns what a test with one input gives: severity, event id and kind of fault. */
function faultsOf(params: NodeValue, input: Readonly<Record<string, NodeValue>>, expect: NodeValue) {
  const operationInputs = [{ operationName: "GetCity", operationParams: { city: "Oslo" }, ...input }];
  const tests = { version: "1.0", testCases: [{ params, operationInputs, expect }] };
  const model = createModel([
    INPUT,
    {
      kind: "operation",
      id: "example#GetCity",
      traits: {},
      input: INPUT.id,
      output: "smithy.api#Unit",
      errors: [],
    },
    {
      kind: "service",
      id: "example#Weather",
      traits: { "smithy.rules#endpointRuleSet": RULE_SET, "smithy.rules#endpointTests": tests },
      version: "",
      operations: ["example#GetCity"],
      resources: [],
      errors: [],
      rename: [],
    },
  ]);
  const { events } = validateModel({ model, definitions: createModel([]), rules: [endpointTestsTrait] });
  return events.map(({ severity, code, data }) => {
    return `${severity} ${code} ${(data as { fault: { kind: string } }).fault.kind}`;
  });
}

const ENDPOINT = { endpoint: { url: "https://example.com" } };
const ERROR = { error: "x" };
const UNKNOWN = "EndpointTestsTrait.UnknownMember.example#GetCityInput.place";

it.each<[string, NodeValue, Readonly<Record<string, NodeValue>>, NodeValue, readonly string[]]>([
  ["takes parameters without built-ins from anywhere", { Free: "x" }, {}, ENDPOINT, []],
  ["takes defaults", { Settled: "d" }, {}, ENDPOINT, []],
  [
    "asks for other values than the default",
    { Settled: "e" },
    {},
    ENDPOINT,
    ["error EndpointTestsTrait not-given"],
  ],
  [
    "asks for values without a default",
    { Given: "x" },
    {},
    ENDPOINT,
    ["error EndpointTestsTrait no-default"],
  ],
  ["takes values that agree", { Given: "x" }, { builtInParams: { "AWS::Region": "x" } }, ENDPOINT, []],
  [
    "refuses values that do not agree, the default too",
    { Settled: "d" },
    { builtInParams: { "SDK::Endpoint": "e" } },
    ENDPOINT,
    ["error EndpointTestsTrait inconsistent"],
  ],
  [
    "refuses operations that are not bound",
    {},
    { operationName: "__proto__" },
    ENDPOINT,
    ["error EndpointTestsTrait unbound"],
  ],
  [
    "refuses inputs that do not fit",
    {},
    { operationParams: {} },
    ENDPOINT,
    ["error EndpointTestsTrait input"],
  ],
  [
    "doubts them where an error is expected",
    {},
    { operationParams: {} },
    ERROR,
    ["danger EndpointTestsTrait input"],
  ],
  [
    "doubts members that are not known",
    {},
    { operationParams: { city: "Oslo", place: 1 } },
    ENDPOINT,
    [`danger ${UNKNOWN} input`],
  ],
])("%s", (_, params, input, expectation, expected) => {
  expect(faultsOf(params, input, expectation)).toEqual(expected);
});
