import type { EvaluationFailure } from "./failures.js";
import { FUNCTIONS } from "./functions/index.js";
import { createScope, findName, type Scope } from "./scope.js";
import {
  type Attribute,
  type Call,
  type Condition,
  type Diagram,
  type Endpoint,
  type EndpointRules,
  type Expression,
  FIRST_RESULT,
  type Rule,
  type Template,
} from "./syntax.js";
import type { Type } from "./types.js";
import { describeRuleValue, isList, isRecord, toValue, type Value } from "./value.js";

/** An endpoint that rules lead to. */
export interface ResolvedEndpoint {
  readonly url: string;
  readonly headers: ReadonlyMap<string, readonly string[]>;
  readonly properties: ReadonlyMap<string, Value>;
}

/** What rules lead to. */
export type Outcome =
  | { readonly kind: "endpoint"; readonly endpoint: ResolvedEndpoint }
  | { readonly kind: "error"; readonly error: string }
  | { readonly kind: "failure"; readonly failure: EvaluationFailure };

/** Rules being evaluated. After a failure all values are unset, and none of them counts. */
interface Evaluation {
  readonly functions: typeof FUNCTIONS;
  failure?: EvaluationFailure;
}

type Values = Scope<Value>;

/** Returns what rules lead to, given values of parameters. The rules have to be free of problems. */
export function evaluateRules(
  rules: EndpointRules,
  given: ReadonlyMap<string, Value>,
  functions = FUNCTIONS,
): Outcome {
  const evaluation: Evaluation = { functions };
  const scope: Values = createScope();
  for (const { name, default: fallback } of rules.parameters) {
    if (fallback !== undefined) scope.names.set(name, toValue(fallback));
  }
  for (const [name, value] of given) scope.names.set(name, value);
  const { diagram, rules: results } = rules;
  const outcome = diagram
    ? evaluateDiagram(evaluation, { ...diagram, results }, scope)
    : evaluateFirst(evaluation, results, scope);
  const { failure } = evaluation;
  if (failure) return { kind: "failure", failure };
  return outcome ?? { kind: "failure", failure: { kind: "no-rule" } };
}

function fail(evaluation: Evaluation, failure: EvaluationFailure): undefined {
  evaluation.failure ??= failure;
}

function refuse(evaluation: Evaluation, expected: string, value: Value): undefined {
  return fail(evaluation, { kind: "wrong-value", expected, found: describeRuleValue(value) });
}

function evaluateFirst(evaluation: Evaluation, rules: readonly Rule[], scope: Values): Outcome | undefined {
  for (const rule of rules) {
    const outcome = evaluateRule(evaluation, rule, createScope(scope));
    if (outcome || evaluation.failure) return outcome;
  }
  return undefined;
}

/** Returns what a rule leads to, or `undefined` where its conditions do not hold. */
function evaluateRule(evaluation: Evaluation, rule: Rule, scope: Values): Outcome | undefined {
  if (!rule.conditions.every((condition) => holds(evaluation, condition, scope))) return undefined;
  switch (rule.kind) {
    case "endpoint":
      return { kind: "endpoint", endpoint: resolveEndpoint(evaluation, rule.endpoint, scope) };
    case "error":
      return { kind: "error", error: evaluateText(evaluation, rule.error, scope) };
    default:
      return evaluateFirst(evaluation, rule.rules, scope) ?? fail(evaluation, { kind: "no-rule" });
  }
}

function holds(evaluation: Evaluation, { call, assign }: Condition, scope: Values): boolean {
  const value = evaluate(evaluation, call, scope);
  if (assign !== undefined && value !== undefined) scope.names.set(assign, value);
  return value !== undefined && value !== false;
}

/** Walks a diagram (Smithy 2.0, "BDD evaluation"). */
function evaluateDiagram(
  evaluation: Evaluation,
  { conditions, nodes, root, results }: Diagram & { readonly results: readonly Rule[] },
  scope: Values,
): Outcome | undefined {
  let reference = root;
  for (let step = 0; step <= nodes.length; step++) {
    if (Math.abs(reference) <= 1) return fail(evaluation, { kind: "no-result" });
    if (reference >= FIRST_RESULT) {
      const result = results[reference - FIRST_RESULT - 1];
      if (reference === FIRST_RESULT) return fail(evaluation, { kind: "no-result" });
      return result ? evaluateRule(evaluation, result, scope) : fail(evaluation, { kind: "broken-diagram" });
    }
    const node = nodes[Math.abs(reference) - 1];
    const condition = node && conditions[node.condition];
    if (!condition) return fail(evaluation, { kind: "broken-diagram" });
    reference = holds(evaluation, condition, scope) === reference > 0 ? node.high : node.low;
    if (evaluation.failure) return undefined;
  }
  return fail(evaluation, { kind: "endless" });
}

function resolveEndpoint(evaluation: Evaluation, endpoint: Endpoint, scope: Values): ResolvedEndpoint {
  const { url, headers, properties } = endpoint;
  return {
    url: evaluateText(evaluation, url, scope),
    headers: mapValues(headers, (values) => values.map((each) => evaluateText(evaluation, each, scope))),
    properties: mapValues(properties, (literal) => evaluate(evaluation, literal, scope)),
  };
}

function mapValues<From, To>(
  map: ReadonlyMap<string, From>,
  to: (from: From) => To,
): ReadonlyMap<string, To> {
  return new Map([...map].map(([key, value]) => [key, to(value)]));
}

function evaluateText(evaluation: Evaluation, expression: Expression, scope: Values): string {
  const value = evaluate(evaluation, expression, scope);
  if (typeof value === "string") return value;
  refuse(evaluation, "a string", value);
  return "";
}

function evaluateFlag(evaluation: Evaluation, expression: Expression | undefined, scope: Values): boolean {
  const value = expression && evaluate(evaluation, expression, scope);
  if (typeof value === "boolean") return value;
  refuse(evaluation, "true or false", value);
  return false;
}

function evaluate(evaluation: Evaluation, expression: Expression, scope: Values): Value {
  switch (expression.kind) {
    case "boolean":
    case "integer":
      return expression.value;
    case "string":
      return evaluateTemplate(evaluation, expression, scope);
    case "tuple":
      return expression.entries.map((each) => evaluate(evaluation, each, scope));
    case "record":
      return mapValues(expression.fields, (each) => evaluate(evaluation, each, scope));
    case "reference":
      return findName(scope, expression.name)?.get(expression.name);
    case "attribute":
      return evaluateAttribute(evaluation, expression, scope);
    default:
      return (OWN_EVALUATIONS.get(expression.name) ?? evaluatePlain)(evaluation, expression, scope);
  }
}

const LONGEST = 1_000_000;

/** Rules from strangers may double a text over and over. */
function evaluateTemplate(evaluation: Evaluation, { parts }: Template, scope: Values): string {
  let text = "";
  for (const part of parts) {
    text += typeof part === "string" ? part : evaluateText(evaluation, part, scope);
    if (text.length <= LONGEST) continue;
    fail(evaluation, { kind: "too-long", limit: LONGEST });
    return "";
  }
  return text;
}

function evaluateAttribute(evaluation: Evaluation, { of, path }: Attribute, scope: Values): Value {
  let value = evaluate(evaluation, of, scope);
  for (const step of path) {
    if (typeof step === "string") {
      if (!isRecord(value)) return refuse(evaluation, "a record", value);
      value = value.get(step);
    } else {
      if (!isList(value)) return refuse(evaluation, "a list", value);
      value = value.at(step);
    }
  }
  return value;
}

type Evaluate = (evaluation: Evaluation, call: Call, scope: Values) => Value;

/** The functions that do not evaluate all of their arguments, or take unset ones. */
const OWN_EVALUATIONS: ReadonlyMap<string, Evaluate> = new Map<string, Evaluate>([
  ["coalesce", evaluateCoalesce],
  ["isSet", (evaluation, { args: [arg] }, scope) => !!arg && evaluate(evaluation, arg, scope) !== undefined],
  ["ite", evaluateIte],
  ["not", (evaluation, { args: [arg] }, scope) => !evaluateFlag(evaluation, arg, scope)],
]);

function evaluateCoalesce(evaluation: Evaluation, { args }: Call, scope: Values): Value {
  for (const arg of args) {
    const value = evaluate(evaluation, arg, scope);
    if (value !== undefined) return value;
  }
  return undefined;
}

function evaluateIte(evaluation: Evaluation, { args }: Call, scope: Values): Value {
  const [condition, whenTrue, whenFalse] = args;
  const branch = evaluateFlag(evaluation, condition, scope) ? whenTrue : whenFalse;
  return branch && evaluate(evaluation, branch, scope);
}

function evaluatePlain(evaluation: Evaluation, { name, args }: Call, scope: Values): Value {
  const plain = evaluation.functions.get(name)?.plain;
  const values = args.map((arg) => evaluate(evaluation, arg, scope));
  for (const [index, type] of plain?.parameters.entries() ?? []) {
    const value = values[index];
    if (!fits(type, value)) return refuse(evaluation, EXPECTED.get(type.kind) ?? type.kind, value);
  }
  return plain?.evaluate(values, (failure) => fail(evaluation, failure));
}

const EXPECTED: ReadonlyMap<Type["kind"], string> = new Map([
  ["string", "a string"],
  ["boolean", "true or false"],
  ["integer", "a whole number"],
]);

function fits({ kind }: Type, value: Value): boolean {
  return kind === "integer" ? typeof value === "number" : typeof value === kind;
}
