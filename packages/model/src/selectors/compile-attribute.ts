import {
  type AttributeValue,
  findPath,
  findTrait,
  flatten,
  isPresent,
  type Reader,
  traitId,
} from "./attribute-value.js";
import { createCompare, createIsListed } from "./compare-values.js";
import type { Test } from "./run.js";
import type { SelectableShape } from "./selection.js";
import type {
  AttributeExpression,
  AttributePath,
  ScopedAssertion,
  ScopedAttributeExpression,
  ScopedOperand,
} from "./selector.js";

type ReadAttribute = (shape: SelectableShape, reader: Reader) => AttributeValue;

const EMPTY: AttributeValue = { kind: "empty" };

/** Returns the test of `[path]` or `[path comparator values]` (Smithy 2.0, "Attribute selectors"). */
export function compileAttribute({ path, comparison }: AttributeExpression): Test {
  const trait = traitOf(path);
  if (!comparison && trait !== undefined && path.length === 2) {
    return (shape) => findTrait(shape, trait) !== undefined;
  }
  const read = compileRead(path);
  if (!comparison) return (shape, run) => isPresent(read(shape, run));
  const isListed = comparison.comparator === "=" ? createIsListed(comparison) : undefined;
  if (isListed) return (shape, run) => isListed(read(shape, run), run.budget);
  const compare = createCompare(comparison.comparator, comparison.ignoreCase);
  const values = comparison.values.map((text): AttributeValue => ({ kind: "text", text }));
  return (shape, run) => {
    const left = read(shape, run);
    return values.some((right) => compare(left, right, run.budget));
  };
}

/** Returns the test of `[@path: assertions]` (Smithy 2.0, "Scoped attribute selectors"). */
export function compileScopedAttribute({ path, assertions }: ScopedAttributeExpression): Test {
  const read = compileRead(path);
  const checks = assertions.map(compileAssertion);
  return (shape, run) => {
    const scope = read(shape, run);
    if (!isPresent(scope)) return false;
    return flatten(scope).some((value) => checks.every((check) => check(value, run)));
  };
}

/** Returns the trait that a path starts with, as in `trait|http|code`. */
export function traitOf(path: AttributePath): string | undefined {
  const [first, second] = path;
  return first?.name === "trait" && second?.kind === "property" ? traitId(second.name) : undefined;
}

function compileRead(path: AttributePath): ReadAttribute {
  const trait = traitOf(path);
  if (trait === undefined) {
    return (shape, reader) => findPath({ kind: "shape", shape }, path, reader);
  }
  const rest = path.slice(2);
  return (shape, reader) => {
    const node = findTrait(shape, trait);
    return node === undefined ? EMPTY : findPath({ kind: "node", node }, rest, reader);
  };
}

function compileAssertion(assertion: ScopedAssertion): (scope: AttributeValue, reader: Reader) => boolean {
  const compare = createCompare(assertion.comparator, assertion.ignoreCase);
  return (scope, reader) => {
    const left = readOperand(assertion.left, scope, reader);
    return assertion.right.some((operand) =>
      compare(left, readOperand(operand, scope, reader), reader.budget),
    );
  };
}

function readOperand(operand: ScopedOperand, scope: AttributeValue, reader: Reader): AttributeValue {
  return operand.kind === "literal"
    ? { kind: "text", text: operand.text }
    : findPath(scope, operand.path, reader);
}
