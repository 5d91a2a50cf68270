import { unreachable } from "../shape.js";
import { compileAttribute, compileScopedAttribute } from "./compile-attribute.js";
import { type Compiler, collect } from "./compiler.js";
import { type FilterExpression, isFilter, isSource } from "./is-filter.js";
import { remember, rememberSet, type Test } from "./run.js";
import type { SelectorExpressions } from "./selector.js";
import { shapeTypeMask } from "./shape-types.js";
import { findVariableUse } from "./variable-use.js";

type FilterFunction = Extract<FilterExpression, { readonly kind: "function" }>;

/** Returns the test of a filter. */
export function compileFilter(expression: FilterExpression, compiler: Compiler): Test {
  switch (expression.kind) {
    case "any":
      return () => true;
    case "type": {
      const mask = shapeTypeMask(expression.type);
      return ({ type }) => (type & mask) !== 0;
    }
    case "attribute":
      return compileAttribute(expression);
    case "scopedAttribute":
      return compileScopedAttribute(expression);
    case "function":
      return compileFunction(expression, compiler);
    default:
      return unreachable(expression);
  }
}

function compileFunction({ name, arguments: all }: FilterFunction, compiler: Compiler): Test {
  const [first = []] = all;
  switch (name) {
    case "test": {
      const tests = all.map(compiler.yieldsAny);
      return (shape, run) => tests.some((test) => test(shape, run));
    }
    case "not": {
      const test = compiler.yieldsAny(first);
      return (shape, run) => !test(shape, run);
    }
    case "in":
      return compileIn(first, compiler);
    default:
      return unreachable(name);
  }
}

/** `:in` (Smithy 2.0, ":in"): the shape is among those that it yields itself. */
function compileIn(expressions: SelectorExpressions, compiler: Compiler): Test {
  const use = findVariableUse(expressions);
  if (use !== "sets" && expressions.every(isFilter)) return compiler.yieldsAny(expressions);
  const source = use === "sets" ? -1 : expressions.findLastIndex(isSource);
  const steps = compiler.steps(source === -1 ? expressions : expressions.slice(source));
  const isAmong: Test = (shape, run) => collect(steps, [shape], run).includes(shape);
  if (use === "sets") return isAmong;
  const reads = use === "reads";
  const slot = compiler.createSlot();
  if (source === -1) return remember(slot, reads, isAmong);
  const arrives = compiler.yieldsAny(expressions.slice(0, source));
  const found = rememberSet(slot, reads, (run) => collect(steps, run.selection.shapes.slice(0, 1), run));
  return (shape, run) => found(run).has(shape) && arrives(shape, run);
}
