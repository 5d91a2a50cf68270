import type { NodeValue, ShapeId } from "@shapelog/model";
import type { EndpointTest } from "../../endpoint-rules/endpoint-tests.js";
import { findParameterType } from "../../endpoint-rules/parse-parameters.js";
import type { ParameterType } from "../../endpoint-rules/syntax.js";
import type { EventDraft } from "../../event.js";
import {
  ENDPOINT_TESTS,
  endpointRules,
  endpointTestsOf,
  type ServiceRules,
} from "../../knowledge/endpoint-rules.js";
import { describeValue } from "../../node/problems.js";
import { type CreateEvent, defineRule } from "../../rule.js";
import { type BoundParameter, type BoundParameters, findBoundParameters } from "./bound-parameters.js";

interface Named {
  readonly service: ShapeId;
  readonly parameter: string;
}

interface Inconsistent {
  readonly shape: ShapeId;
  readonly parameter: string;
  readonly type: ParameterType;
  readonly other: ParameterType;
}

const INCONSISTENT = {
  severity: "error",
  message: (d: Inconsistent) =>
    `${d.shape} gives the endpoint parameter ${d.parameter} as ${d.type}, but it is ${d.other} elsewhere in the service.`,
} as const;

const EVENTS = {
  "RuleSetParameter.ContextParam.InconsistentType": INCONSISTENT,
  "RuleSetParameter.OperationContextParams.InconsistentType": INCONSISTENT,
  "RuleSetParameter.StaticContextParams.InconsistentType": INCONSISTENT,
  "RuleSetParameter.ContextParam.UnsupportedType": {
    severity: "error",
    message: (d: { shape: ShapeId; parameter: string }) =>
      `${d.shape} gives the endpoint parameter ${d.parameter}, so it has to be a string or a boolean.`,
  },
  "RuleSetParameter.Operation.RequiredMissing": {
    severity: "error",
    message: (d: Named & { operation: ShapeId }) =>
      `${d.operation} does not give the endpoint parameter ${d.parameter}, which the rules of ${d.service} require.`,
  },
  "RuleSetParameter.RuleSet.TypeMismatch": {
    severity: "error",
    message: (d: Named & { type: ParameterType; other: ParameterType }) =>
      `The parameter ${d.parameter} is ${d.type} in the endpoint rules of ${d.service}, but ${d.other} in the model.`,
  },
  "RuleSetParameter.RuleSet.UnmatchedName": {
    severity: "error",
    message: (d: Named & { missingIn: "model" | "rules" }) =>
      d.missingIn === "model"
        ? `The endpoint rules of ${d.service} have the parameter ${d.parameter}, which nothing in the model gives.`
        : `The model gives the endpoint parameter ${d.parameter}, which the endpoint rules of ${d.service} do not have.`,
  },
  "RuleSetParameter.TestCase.RequiredMissing": {
    severity: "error",
    message: (d: Named & { tests: readonly number[] }) =>
      `The endpoint rules of ${d.service} require ${d.parameter}, which is left out in ${listTests(d.tests)}.`,
  },
  "RuleSetParameter.TestCase.TypeMismatch": {
    severity: "error",
    message: (d: Named & { test: number; type: ParameterType; value: NodeValue }) =>
      `Endpoint test ${d.test} of ${d.service} has ${describeValue(d.value)} for ${d.parameter}, which is ${d.type}.`,
  },
  "RuleSetParameter.TestCase.Undefined": {
    severity: "error",
    message: (d: Named & { tests: readonly number[] }) =>
      `The endpoint rules of ${d.service} do not have the parameter ${d.parameter}, which is given in ${listTests(d.tests)}.`,
  },
  "RuleSetParameter.TestCase.Unused": {
    severity: "danger",
    message: (d: Named) =>
      `No endpoint test of ${d.service} uses the parameter ${d.parameter}. Add one that does.`,
  },
} as const;

const LISTED = 8;

function listTests(tests: readonly number[]): string {
  const more = tests.length > LISTED ? ` and ${tests.length - LISTED} more` : "";
  return `${tests.length === 1 ? "test" : "tests"} ${tests.slice(0, LISTED).join(", ")}${more}`;
}

type Create = CreateEvent<typeof EVENTS>;

/** Endpoint parameters that the rules, the model and the tests do not agree about (Smithy 2.0, "Rules engine parameters"). */
export const ruleSetParameter = defineRule({
  name: "RuleSetParameter",
  events: EVENTS,
  *validate(context, event) {
    for (const each of endpointRules(context)) {
      const { service } = each;
      const bound = findBoundParameters(context, service);
      const types = new Map<string, ParameterType>();
      yield* settleTypes(bound, types, event);
      yield* compareNames(each, types, event);
      yield* checkOperations(each, bound, event);
      if (service.traits[ENDPOINT_TESTS] === undefined) continue;
      yield* checkTests(each, endpointTestsOf(context, service), event);
    }
  },
});

const INCONSISTENT_IDS = {
  static: "RuleSetParameter.StaticContextParams.InconsistentType",
  operation: "RuleSetParameter.OperationContextParams.InconsistentType",
  member: "RuleSetParameter.ContextParam.InconsistentType",
} as const;

/** Fills `types`: the first type that is given counts. */
function* settleTypes(
  { client, operations }: BoundParameters,
  types: Map<string, ParameterType>,
  event: Create,
): Generator<EventDraft> {
  for (const each of [...client, ...operations.flatMap(({ parameters }) => parameters)]) {
    const { source, name, type, shape, trait } = each;
    const other = types.get(name);
    if (type === undefined) yield* refuseType(each, event);
    else if (other === undefined || source === "client") types.set(name, type);
    else if (other !== type) {
      yield event(INCONSISTENT_IDS[source], { shape, trait }, { shape, parameter: name, type, other });
    }
  }
}

/** Other rules see to the types that other traits give. */
function* refuseType({ source, name, shape, trait }: BoundParameter, event: Create): Generator<EventDraft> {
  if (source !== "member") return;
  const data = { shape, parameter: name };
  yield event("RuleSetParameter.ContextParam.UnsupportedType", { shape, trait }, data);
}

function* compareNames(
  { service: { id: service }, trait, rules: { parameters } }: ServiceRules,
  types: ReadonlyMap<string, ParameterType>,
  event: Create,
): Generator<EventDraft> {
  const place = { shape: service, trait };
  for (const { name: parameter, type, builtIn } of parameters) {
    if (builtIn !== undefined) continue;
    const other = types.get(parameter);
    if (other === undefined) {
      const data = { service, parameter, missingIn: "model" } as const;
      yield event("RuleSetParameter.RuleSet.UnmatchedName", place, data);
    } else if (other !== type) {
      yield event("RuleSetParameter.RuleSet.TypeMismatch", place, { service, parameter, type, other });
    }
  }
  const names = new Set(parameters.map(({ name }) => name));
  for (const parameter of types.keys()) {
    if (names.has(parameter)) continue;
    const data = { service, parameter, missingIn: "rules" } as const;
    yield event("RuleSetParameter.RuleSet.UnmatchedName", place, data);
  }
}

function* checkOperations(
  { service: { id: service }, rules }: ServiceRules,
  { client, operations }: BoundParameters,
  event: Create,
): Generator<EventDraft> {
  const fromClient = new Set(client.map(({ name }) => name));
  const required = rules.parameters.filter(
    (each) =>
      each.required && each.default === undefined && each.builtIn === undefined && !fromClient.has(each.name),
  );
  if (required.length === 0) return;
  for (const { operation, parameters } of operations) {
    const names = new Set(parameters.map(({ name }) => name));
    for (const { name: parameter } of required) {
      if (names.has(parameter)) continue;
      const data = { service, parameter, operation: operation.id };
      yield event("RuleSetParameter.Operation.RequiredMissing", { shape: operation.id }, data);
    }
  }
}

function* checkTests(
  { service: { id: service }, rules: { parameters } }: ServiceRules,
  tests: readonly EndpointTest[],
  event: Create,
): Generator<EventDraft> {
  const place = { shape: service, trait: ENDPOINT_TESTS };
  const given = groupByParameter(tests);
  for (const { name: parameter, required, type, default: fallback } of parameters) {
    const values = given.get(parameter) ?? new Map<number, NodeValue>();
    given.delete(parameter);
    if (values.size === 0) {
      yield event("RuleSetParameter.TestCase.Unused", place, { service, parameter });
    }
    for (const [test, value] of values) {
      if (findParameterType(value) === type) continue;
      yield event("RuleSetParameter.TestCase.TypeMismatch", place, { service, parameter, test, type, value });
    }
    if (!required || fallback !== undefined || values.size === tests.length) continue;
    const without = tests.map(({ index }) => index).filter((test) => !values.has(test));
    const data = { service, parameter, tests: without };
    yield event("RuleSetParameter.TestCase.RequiredMissing", place, data);
  }
  for (const [parameter, values] of given) {
    const data = { service, parameter, tests: [...values.keys()] };
    yield event("RuleSetParameter.TestCase.Undefined", place, data);
  }
}

/** Returns what tests give for each parameter, by the number of the test. */
function groupByParameter(tests: readonly EndpointTest[]): Map<string, Map<number, NodeValue>> {
  const groups = new Map<string, Map<number, NodeValue>>();
  for (const { index, params } of tests) {
    for (const [name, value] of Object.entries(params)) {
      const group = groups.get(name);
      if (group) group.set(index, value);
      else groups.set(name, new Map([[index, value]]));
    }
  }
  return groups;
}
