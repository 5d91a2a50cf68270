import {
  compareNumbers,
  equalNodes,
  isNodeArray,
  isNodeNumber,
  isNodeObject,
  type NodeValue,
  unreachable,
} from "@shapelog/model";
import { callFunction } from "./call-function.js";
import type { Comparator, Expression } from "./expression.js";

const MOST_STEPS = 200_000;
const LARGEST = 200_000;

/** One run of an expression: what it has cost so far. */
interface Run {
  steps: number;
  /** How many values are in one; shared parts count each time. */
  readonly sizes: WeakMap<object, number>;
}

/** Leaves a run at once; never leaves this file. */
class TooCostly extends Error {}

/**
 * Returns what an expression gives for a value, null where it has no answer (JMESPath specification), and `undefined`
 * where that would take very long: expressions come from strangers.
 */
export function evaluateExpression(expression: Expression, value: NodeValue): NodeValue | undefined {
  try {
    return evaluate({ steps: 0, sizes: new WeakMap() }, expression, value);
  } catch (error) {
    if (error instanceof TooCostly) return undefined;
    throw error;
  }
}

function evaluate(run: Run, part: Expression, value: NodeValue): NodeValue {
  if (++run.steps > MOST_STEPS) throw new TooCostly();
  const result = evaluatePart(run, part, value);
  if (measure(run, result) > LARGEST) throw new TooCostly();
  return result;
}

function measure(run: Run, value: NodeValue): number {
  if (typeof value !== "object" || value === null || isNodeNumber(value)) return 1;
  const known = run.sizes.get(value);
  if (known !== undefined) return known;
  let size = 1;
  for (const each of Object.values(value)) size += measure(run, each);
  run.sizes.set(value, size);
  return size;
}

function evaluatePart(run: Run, part: Expression, value: NodeValue): NodeValue {
  const on = (of: Expression, input: NodeValue = value) => evaluate(run, of, input);
  switch (part.kind) {
    case "current":
      return value;
    case "literal":
      return part.value;
    case "field":
      return isNodeObject(value) && Object.hasOwn(value, part.name) ? (value[part.name] ?? null) : null;
    case "index":
      return isNodeArray(value) ? (value.at(part.index) ?? null) : null;
    case "slice":
      return isNodeArray(value) ? slice(value, part) : null;
    case "list":
      return value === null ? null : part.items.map((item) => on(item));
    case "hash":
      return value === null ? null : Object.fromEntries(part.entries.map(([key, of]) => [key, on(of)]));
    case "not":
      return !isTrue(on(part.of));
    case "reference":
      return null;
    case "flatten": {
      const found = on(part.of);
      return isNodeArray(found) ? found.flatMap((each) => (isNodeArray(each) ? each : [each])) : null;
    }
    case "then":
      return on(part.right, on(part.left));
    case "and":
    case "or": {
      const left = on(part.left);
      return isTrue(left) === (part.kind === "and") ? on(part.right) : left;
    }
    case "comparison":
      return compare(part.comparator, on(part.left), on(part.right));
    case "projection":
    case "filter":
    case "values": {
      const found = entriesOf(part.kind, on(part.left));
      const kept = part.kind === "filter" ? found?.filter((each) => isTrue(on(part.condition, each))) : found;
      return kept?.map((each) => on(part.right, each)).filter((each) => each !== null) ?? null;
    }
    case "call":
      return callFunction(
        part.name,
        part.args.map((arg) => (arg.kind === "reference" ? (each: NodeValue) => on(arg.of, each) : on(arg))),
      );
    default:
      return unreachable(part);
  }
}

function entriesOf(
  kind: "projection" | "filter" | "values",
  value: NodeValue,
): readonly NodeValue[] | undefined {
  if (kind === "values") return isNodeObject(value) ? Object.values(value) : undefined;
  return isNodeArray(value) ? value : undefined;
}

/** What counts as true: all but null, false, and what is empty. */
export function isTrue(value: NodeValue): boolean {
  if (value === null || value === false || value === "") return false;
  if (isNodeArray(value)) return value.length > 0;
  return !isNodeObject(value) || Object.keys(value).length > 0;
}

function compare(comparator: Comparator, left: NodeValue, right: NodeValue): NodeValue {
  if (comparator === "==") return equalNodes(left, right);
  if (comparator === "!=") return !equalNodes(left, right);
  if (!isNodeNumber(left) || !isNodeNumber(right)) return null;
  const order = compareNumbers(left, right);
  switch (comparator) {
    case "<":
      return order < 0;
    case "<=":
      return order <= 0;
    case ">":
      return order > 0;
    case ">=":
      return order >= 0;
    default:
      return unreachable(comparator);
  }
}

function slice(
  values: readonly NodeValue[],
  { start, stop, step }: { readonly start?: number; readonly stop?: number; readonly step: number },
): NodeValue {
  if (step === 0) return null;
  const [lowest, highest] = step > 0 ? [0, values.length] : [-1, values.length - 1];
  const place = (index: number) => {
    const counted = index < 0 ? index + values.length : index;
    return Math.max(lowest, Math.min(highest, counted));
  };
  const from = start === undefined ? (step > 0 ? lowest : highest) : place(start);
  const to = stop === undefined ? (step > 0 ? highest : lowest) : place(stop);
  const found: NodeValue[] = [];
  for (let index = from; step > 0 ? index < to : index > to; index += step) found.push(values[index] ?? null);
  return found;
}
