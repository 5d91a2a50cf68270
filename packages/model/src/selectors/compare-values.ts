import { compareNumberTexts } from "../numbers.js";
import { unreachable } from "../shape.js";
import { type AttributeValue, flatten, isPresent, textOf } from "./attribute-value.js";
import { type SelectBudget, spend } from "./budget.js";
import type { AttributeComparison, Comparator } from "./selector.js";

/** Returns whether two values match. */
export type CompareValues = (left: AttributeValue, right: AttributeValue, budget: SelectBudget) => boolean;

/** Returns how a comparator compares (Smithy 2.0, "Attribute comparison"). */
export function createCompare(comparator: Comparator, ignoreCase: boolean): CompareValues {
  const read: Read = (value, budget) => {
    const text = textOf(value);
    spend(budget, 1 + Math.floor(text.length / CHARACTERS));
    return ignoreCase ? text.toLowerCase() : text;
  };
  switch (comparator) {
    case "?=":
      return (left, right) => textOf(right) === (isPresent(left) ? "true" : "false");
    case "{=}":
      return (...compared) => isSame(compared, read);
    case "{!=}":
      return (...compared) => !isSame(compared, read);
    case "{<}":
      return (...compared) => isSubset(compared, read);
    case "{<<}":
      return (left, right, budget) =>
        isSubset([left, right, budget], read) && !isSubset([right, left, budget], read);
    default:
      return compareAny(read, textComparison(comparator));
  }
}

/** Returns whether a value, or one of a projection, is one of some texts: `=`, however many there are. */
export function createIsListed({
  values,
  ignoreCase,
}: Pick<AttributeComparison, "values" | "ignoreCase">): (
  value: AttributeValue,
  budget: SelectBudget,
) => boolean {
  const fold = (text: string) => (ignoreCase ? text.toLowerCase() : text);
  const texts = new Set(values.map(fold));
  return (value, budget) => {
    const all = flatten(value);
    spend(budget, all.length);
    return all.some((each) => isPresent(each) && texts.has(fold(textOf(each))));
  };
}

/** So many characters of a text are compared in a step. */
const CHARACTERS = 256;

type Read = (value: AttributeValue, budget: SelectBudget) => string;
type Compared = Parameters<CompareValues>;

type CompareTexts = (left: string, right: string) => boolean;

function textComparison(comparator: Exclude<Comparator, "?=" | `{${string}`>): CompareTexts {
  switch (comparator) {
    case "=":
      return (left, right) => left === right;
    case "!=":
      return (left, right) => left !== right;
    case "^=":
      return (left, right) => left.startsWith(right);
    case "$=":
      return (left, right) => left.endsWith(right);
    case "*=":
      return (left, right) => left.includes(right);
    case ">":
      return compareOrder((order) => order > 0);
    case ">=":
      return compareOrder((order) => order >= 0);
    case "<":
      return compareOrder((order) => order < 0);
    case "<=":
      return compareOrder((order) => order <= 0);
    default:
      return unreachable(comparator);
  }
}

function compareOrder(matches: (order: number) => boolean): CompareTexts {
  return (left, right) => {
    const order = compareNumberTexts(left, right);
    return order !== undefined && matches(order);
  };
}

/** Any value of a projection may match; what is not present never does. */
function compareAny(read: Read, compare: CompareTexts): CompareValues {
  const matches: CompareValues = (left, right, budget) =>
    isPresent(left) && isPresent(right) && compare(read(left, budget), read(right, budget));
  return (left, right, budget) => {
    if (left.kind !== "projection" && right.kind !== "projection") return matches(left, right, budget);
    const [lefts, rights] = [flatten(left), flatten(right)];
    spend(budget, lefts.length + rights.length);
    return lefts.some((one) => rights.some((other) => matches(one, other, budget)));
  };
}

function isSame([left, right, budget]: Compared, read: Read): boolean {
  return isSubset([left, right, budget], read) && isSubset([right, left, budget], read);
}

/** Returns whether both are projections, and each value of the first is in the second. */
function isSubset([left, right, budget]: Compared, read: Read): boolean {
  if (left.kind !== "projection" || right.kind !== "projection") return false;
  const texts = new Set(
    flatten(right)
      .filter(isPresent)
      .map((value) => read(value, budget)),
  );
  return flatten(left).every((value) => isPresent(value) && texts.has(read(value, budget)));
}
