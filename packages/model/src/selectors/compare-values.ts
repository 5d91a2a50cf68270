import { unreachable } from "../shape.js";
import { type AttributeValue, flatten, isPresent, textOf } from "./attribute-value.js";
import { compareNumbers } from "./compare-numbers.js";
import type { Comparator } from "./selector.js";

/** Returns whether two values match. */
export type CompareValues = (left: AttributeValue, right: AttributeValue) => boolean;

/** Returns how a comparator compares (Smithy 2.0, "Attribute comparison"). */
export function createCompare(comparator: Comparator, ignoreCase: boolean): CompareValues {
  const read = ignoreCase ? (value: AttributeValue) => textOf(value).toLowerCase() : textOf;
  switch (comparator) {
    case "?=":
      return (left, right) => textOf(right) === (isPresent(left) ? "true" : "false");
    case "{=}":
      return (left, right) => isSubset(left, right, read) && isSubset(right, left, read);
    case "{!=}":
      return (left, right) => !(isSubset(left, right, read) && isSubset(right, left, read));
    case "{<}":
      return (left, right) => isSubset(left, right, read);
    case "{<<}":
      return (left, right) => isSubset(left, right, read) && !isSubset(right, left, read);
    default:
      return compareAny(read, textComparison(comparator));
  }
}

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
    const order = compareNumbers(left, right);
    return order !== undefined && matches(order);
  };
}

/** Any value of a projection may match; what is not present never does. */
function compareAny(read: (value: AttributeValue) => string, compare: CompareTexts): CompareValues {
  const matches = (left: AttributeValue, right: AttributeValue) =>
    isPresent(left) && isPresent(right) && compare(read(left), read(right));
  return (left, right) => {
    if (left.kind !== "projection" && right.kind !== "projection") return matches(left, right);
    const rights = flatten(right);
    return flatten(left).some((one) => rights.some((other) => matches(one, other)));
  };
}

/** Returns whether both are projections, and each value of the first is in the second. */
function isSubset(
  left: AttributeValue,
  right: AttributeValue,
  read: (value: AttributeValue) => string,
): boolean {
  if (left.kind !== "projection" || right.kind !== "projection") return false;
  const texts = new Set(flatten(right).filter(isPresent).map(read));
  return flatten(left).every((value) => isPresent(value) && texts.has(read(value)));
}
