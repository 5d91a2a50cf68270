import { unreachable } from "@shapelog/model";
import type { Expression, ExpressionProblem } from "./expression.js";
import { FUNCTIONS } from "./functions.js";
import { nameKind } from "./name-kind.js";
import {
  ANY,
  ANY_ARRAY,
  arrayOf,
  BOOLEAN,
  joinTypes,
  NULL,
  objectOf,
  REFERENCE,
  typeOfValue,
  type ValueType,
} from "./value-type.js";

/** What an expression gives, and what is wrong with it. */
export interface CheckedExpression {
  readonly type: ValueType;
  readonly problems: readonly ExpressionProblem[];
}

/**
 * Checks an expression against the type of what it is put to. Members count as present; what cannot be known is `any`,
 * which fits everywhere. Each part is checked once for each type it sees.
 */
export function checkExpression(expression: Expression, input: ValueType): CheckedExpression {
  const problems = new Map<string, ExpressionProblem>();
  const known = new Map<Expression, Map<ValueType, ValueType>>();
  const checking: Checking = {
    check(part, current) {
      const types = known.get(part) ?? new Map<ValueType, ValueType>();
      known.set(part, types);
      const type = types.get(current) ?? checkPart(checking, part, current);
      types.set(current, type);
      return type;
    },
    report({ at }, severity, text) {
      problems.set(`${at}:${severity}:${text}`, { at, severity, text });
    },
  };
  const type = checking.check(expression, input);
  return { type, problems: [...problems.values()] };
}

interface Checking {
  check(part: Expression, current: ValueType): ValueType;
  report(part: Expression, severity: ExpressionProblem["severity"], text: string): void;
}

function checkPart(checking: Checking, part: Expression, current: ValueType): ValueType {
  const { check } = checking;
  switch (part.kind) {
    case "current":
      return current;
    case "literal":
      return typeOfValue(part.value);
    case "field":
      return checkField(checking, part, current);
    case "index":
    case "slice":
      if (current.kind === "array") return part.kind === "slice" ? current : current.entry();
      refuse(checking, part, { expected: "an array", found: current });
      return part.kind === "slice" ? ANY_ARRAY : ANY;
    case "list":
      return arrayOf(joinTypes(part.items.map((item) => check(item, current))));
    case "hash": {
      const fields = part.entries.map(([key, value]) => [key, check(value, current)] as const);
      return objectOf(new Map(fields.map(([key, type]) => [key, () => type])));
    }
    case "not":
      check(part.of, current);
      return BOOLEAN;
    case "reference":
      check(part.of, ANY);
      return REFERENCE;
    case "flatten":
      return checkFlatten(checking, part, check(part.of, current));
    case "then":
      return check(part.right, check(part.left, current));
    case "and":
    case "or":
      return checkLogic(part.kind, check(part.left, current), check(part.right, current));
    case "comparison":
      return checkComparison(checking, part, current);
    case "projection":
      return arrayOf(check(part.right, entryOf(checking, part, check(part.left, current))));
    case "filter": {
      const entry = entryOf(checking, part, check(part.left, current));
      check(part.condition, entry);
      return arrayOf(check(part.right, entry));
    }
    case "values":
      return checkValues(checking, part, check(part.left, current));
    case "call":
      return checkCall(checking, part, current);
    default:
      return unreachable(part);
  }
}

function refuse(
  checking: Checking,
  part: Expression,
  { expected, found }: { readonly expected: string; readonly found: ValueType },
): void {
  if (found.kind !== "any")
    checking.report(part, "danger", `expected ${expected}, found ${nameKind(found.kind)}`);
}

function checkField(checking: Checking, part: Expression & { kind: "field" }, current: ValueType): ValueType {
  const { name } = part;
  if (current.kind !== "object") {
    refuse(checking, part, { expected: `an object with the field "${name}"`, found: current });
    return ANY;
  }
  const type = current.field(name);
  if (type) return type;
  const names = current.names.length === 0 ? "it has no fields" : `it has ${current.names.join(", ")}`;
  checking.report(part, "danger", `there is no field "${name}"; ${names}`);
  return NULL;
}

function checkFlatten(checking: Checking, part: Expression, of: ValueType): ValueType {
  if (of.kind !== "array") {
    refuse(checking, part, { expected: "an array", found: of });
    return ANY_ARRAY;
  }
  const entry = of.entry();
  return entry.kind === "array" ? entry : of;
}

function entryOf(checking: Checking, part: Expression, of: ValueType): ValueType {
  if (of.kind === "array") return of.entry();
  refuse(checking, part, { expected: "an array", found: of });
  return ANY;
}

function checkValues(
  checking: Checking,
  part: Expression & { kind: "values" | "projection" },
  of: ValueType,
): ValueType {
  if (of.kind !== "object") {
    refuse(checking, part, { expected: "an object", found: of });
    checking.check(part.right, ANY);
    return ANY_ARRAY;
  }
  const types = new Set(of.fields());
  return arrayOf(joinTypes([...types].map((type) => checking.check(part.right, type))));
}

/** What is never false lets through one side of the two; of anything else both sides may come out. */
function checkLogic(kind: "and" | "or", left: ValueType, right: ValueType): ValueType {
  if (left.kind === "null") return kind === "and" ? left : right;
  if (left.kind === "number") return kind === "and" ? right : left;
  return joinTypes([left, right]);
}

function checkComparison(
  checking: Checking,
  part: Expression & { kind: "comparison" },
  current: ValueType,
): ValueType {
  const left = checking.check(part.left, current);
  const right = checking.check(part.right, current);
  const isOrder = part.comparator !== "==" && part.comparator !== "!=";
  if (left.kind !== right.kind || left.kind === "any" || left.kind === "number") return BOOLEAN;
  if (!isOrder && left.kind !== "expression") return BOOLEAN;
  checking.report(
    part,
    "warning",
    `"${part.comparator}" compares numbers alone, found ${nameKind(left.kind)} on both sides`,
  );
  return NULL;
}

function checkCall(checking: Checking, part: Expression & { kind: "call" }, current: ValueType): ValueType {
  const { name, args } = part;
  const types = args.map((arg) => (arg.kind === "reference" ? REFERENCE : checking.check(arg, current)));
  const entries = types.find(({ kind }) => kind === "array");
  const entry = entries?.kind === "array" ? entries.entry() : ANY;
  const results = args.flatMap((arg) => (arg.kind === "reference" ? [checking.check(arg.of, entry)] : []));
  const definition = FUNCTIONS.get(name);
  if (!definition) {
    checking.report(part, "error", `there is no function ${name}`);
    return ANY;
  }
  const { parameters, rest } = definition;
  if (args.length < parameters.length || (!rest && args.length > parameters.length)) {
    const count = `${parameters.length}${rest ? " or more" : ""}`;
    checking.report(part, "error", `${name} takes ${count} arguments, found ${args.length}`);
    return definition.returns([], []);
  }
  for (const [index, arg] of args.entries()) {
    const parameter = parameters[index] ?? rest;
    const type = types[index] ?? ANY;
    if (!parameter || parameter.accepts(type)) continue;
    checking.report(
      arg,
      "error",
      `argument ${index + 1} of ${name} is ${nameKind(type.kind)}; expected ${parameter.expected}`,
    );
  }
  return definition.returns(types, results);
}
