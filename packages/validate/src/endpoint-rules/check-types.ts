import { FUNCTIONS } from "./functions/index.js";
import { createRuleReport, type RuleProblem, type RuleReport } from "./problems.js";
import { createScope, findName, type Scope } from "./scope.js";
import type { Attribute, Call, Condition, Endpoint, EndpointRules, Expression, Rule } from "./syntax.js";
import {
  BOOLEAN,
  equalTypes,
  optional,
  PARAMETER_TYPES,
  STRING,
  type Type,
  withoutOptional,
} from "./types.js";

type Types = Scope<Type | undefined>;

/** Rules being checked. A type is `undefined` where a problem was reported, so that none follow from it. */
type Checking = RuleReport;

/** Returns what is wrong with the types of rules: names, arguments, fields, texts. */
export function checkTypes({ parameters, rules, diagram }: EndpointRules): readonly RuleProblem[] {
  const checking: Checking = createRuleReport();
  const scope: Types = createScope();
  for (const { name, type, required } of parameters) {
    const whenSet = PARAMETER_TYPES[type];
    scope.names.set(name, required ? whenSet : optional(whenSet));
  }
  for (const condition of diagram?.conditions ?? []) checkCondition(checking, condition, scope);
  for (const rule of rules) checkRule(checking, rule, scope);
  return checking.problems;
}

function checkRule(checking: Checking, rule: Rule, around: Types): void {
  const scope = createScope(around);
  for (const condition of rule.conditions) checkCondition(checking, condition, scope);
  if (rule.kind === "endpoint") checkEndpoint(checking, rule.endpoint, scope);
  else if (rule.kind === "error")
    expectType(checking, { what: "the error", expected: STRING, expression: rule.error }, scope);
  else if (rule.rules.length === 0) checking.report("empty-tree", rule.place, {});
  else for (const each of rule.rules) checkRule(checking, each, scope);
}

function checkCondition(checking: Checking, { call, assign, place }: Condition, scope: Types): void {
  const type = findType(checking, call, scope);
  if (assign === undefined) return;
  if (findName(scope, assign)) checking.report("repeated-name", place, { name: assign });
  else scope.names.set(assign, type && withoutOptional(type));
}

function checkEndpoint(checking: Checking, { url, headers, properties }: Endpoint, scope: Types): void {
  expectType(checking, { what: "the URL", expected: STRING, expression: url }, scope);
  for (const literal of properties.values()) findType(checking, literal, scope);
  for (const [name, values] of headers) {
    for (const value of values)
      expectType(checking, { what: `the header "${name}"`, expected: STRING, expression: value }, scope);
  }
}

interface Expectation {
  /** What the expression is, in a sentence. */
  readonly what: string;
  readonly expected: Type;
  readonly expression: Expression;
}

/** Returns the type of an expression where it is the one that is expected. */
function expectType(
  checking: Checking,
  { what, expected, expression }: Expectation,
  scope: Types,
): Type | undefined {
  const found = findType(checking, expression, scope);
  if (found === undefined || equalTypes(expected, found)) return found;
  return checking.report("wrong-type", expression.place, { what, expected, found });
}

function findType(checking: Checking, expression: Expression, scope: Types): Type | undefined {
  switch (expression.kind) {
    case "boolean":
    case "integer":
      return { kind: expression.kind };
    case "string":
      for (const part of expression.parts) {
        if (typeof part !== "string")
          expectType(checking, { what: "what a text holds", expected: STRING, expression: part }, scope);
      }
      return STRING;
    case "tuple":
      return { kind: "tuple", entries: expression.entries.map((each) => findType(checking, each, scope)) };
    case "record": {
      const fields = [...expression.fields].map(
        ([name, literal]) => [name, findType(checking, literal, scope)] as const,
      );
      return { kind: "record", fields: new Map(fields) };
    }
    case "reference": {
      const { name, place } = expression;
      const names = findName(scope, name);
      return names ? names.get(name) : checking.report("unknown-name", place, { name });
    }
    case "attribute":
      return findTypeAt(checking, expression, scope);
    default:
      return (OWN_TYPES.get(expression.name) ?? findPlainType)(checking, expression, scope);
  }
}

function findTypeAt(checking: Checking, { of, path, place }: Attribute, scope: Types): Type | undefined {
  let type = findType(checking, of, scope);
  for (const step of path) {
    const found = type;
    if (found === undefined) return undefined;
    if (typeof step === "number") {
      if (found.kind !== "array") return checking.report("not-an-array", place, { index: step, found });
      type = optional(found.of);
    } else {
      if (found.kind !== "record") return checking.report("not-a-record", place, { field: step, found });
      if (!found.fields.has(step)) {
        return checking.report("no-field", place, { field: step, fields: [...found.fields.keys()] });
      }
      type = found.fields.get(step);
    }
  }
  return type;
}

function findPlainType(checking: Checking, { name, args }: Call, scope: Types): Type | undefined {
  const plain = FUNCTIONS.get(name)?.plain;
  for (const [index, parameter] of plain?.parameters.entries() ?? []) {
    const arg = args[index];
    if (arg)
      expectType(
        checking,
        { what: `argument ${index + 1} of ${name}`, expected: parameter, expression: arg },
        scope,
      );
  }
  return plain?.returns;
}

type FindType = (checking: Checking, call: Call, scope: Types) => Type | undefined;

/** The functions whose types hang on their arguments. */
const OWN_TYPES: ReadonlyMap<string, FindType> = new Map([
  ["coalesce", findCommonType],
  ["isSet", checkIsSet],
  ["ite", findTypeOfBranches],
  ["not", checkNot],
]);

/** `isSet` proves that a reference is set, for what follows in its scope. */
function checkIsSet(checking: Checking, { args: [arg] }: Call, scope: Types): Type {
  const found = arg && findType(checking, arg, scope);
  if (!found) return BOOLEAN;
  if (found.kind !== "optional") checking.report("always-set", arg.place, { found });
  else if (arg.kind === "reference") scope.names.set(arg.name, found.of);
  return BOOLEAN;
}

/** What is proven inside of `not` is not proven outside. */
function checkNot(checking: Checking, { args: [arg] }: Call, scope: Types): Type {
  if (arg)
    expectType(
      checking,
      { what: "argument 1 of not", expected: BOOLEAN, expression: arg },
      createScope(scope),
    );
  return BOOLEAN;
}

function findTypeOfBranches(checking: Checking, call: Call, scope: Types): Type | undefined {
  const { name, args } = call;
  const [condition, whenTrue, whenFalse] = args;
  if (!condition || !whenTrue || !whenFalse) return undefined;
  expectType(checking, { what: `argument 1 of ${name}`, expected: BOOLEAN, expression: condition }, scope);
  const types = [whenTrue, whenFalse].map((branch) => findType(checking, branch, scope));
  const common = checkSame(checking, call, types);
  return common && types.some((type) => type?.kind === "optional") ? optional(common) : common;
}

function findCommonType(checking: Checking, call: Call, scope: Types): Type | undefined {
  const types = call.args.map((arg) => findType(checking, arg, scope));
  const common = checkSame(checking, call, types);
  return common && types.every((type) => type?.kind === "optional") ? optional(common) : common;
}

/** Returns the type that all have, be they optional or not. */
function checkSame(
  checking: Checking,
  { name, place }: Call,
  types: readonly (Type | undefined)[],
): Type | undefined {
  const [first, ...others] = types.map((type) => type && withoutOptional(type));
  for (const other of others) {
    if (first && other && !equalTypes(first, other)) {
      return checking.report("different-types", place, { name, first, other });
    }
  }
  return others.includes(undefined) ? undefined : first;
}
