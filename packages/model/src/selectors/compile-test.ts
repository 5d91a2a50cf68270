import { compileNeighbors } from "./compile-neighbors.js";
import { compileRecursive, compileRecursiveNeighbors } from "./compile-reach.js";
import { compileRoot } from "./compile-root.js";
import { type Compiler, collect } from "./compiler.js";
import { isFilter, isSource } from "./is-filter.js";
import { keepAll, readVariable, remember, type Test } from "./run.js";
import type { FunctionExpression, SelectorExpression, SelectorExpressions } from "./selector.js";
import { findTopdown } from "./topdown.js";
import { findVariableUse } from "./variable-use.js";

/**
 * Returns the test of whether expressions yield any shape. Each expression is given the test of all that follows; it
 * stops at the first shape that passes, and no shape is tested twice at the same place.
 */
export function compileYieldsAny(expressions: SelectorExpressions, compiler: Compiler): Test {
  const use = findVariableUse(expressions);
  if (use !== "sets") return compileThen(expressions, () => true, { compiler, reads: use === "reads" });
  const steps = compiler.steps(expressions);
  return (shape, run) => collect(steps, [shape], run).length > 0;
}

interface Context {
  readonly compiler: Compiler;
  /** Whether variables are read, so that what is remembered goes stale with them. */
  readonly reads: boolean;
}

function compileThen(expressions: SelectorExpressions, next: Test, context: Context): Test {
  const { compiler, reads } = context;
  let test = next;
  let filters: Test[] = [];
  for (const expression of expressions.toReversed()) {
    if (isFilter(expression)) {
      filters.push(compiler.filter(expression));
      continue;
    }
    const mapped = compileMapped(expression, all([...filters.reverse(), test]), context);
    test = ofOne(expression, remember(compiler.createSlot(), reads, mapped));
    filters = [];
  }
  return all([...filters.reverse(), test]);
}

/** What yields the same for every shape is asked once, for one of them. */
function ofOne(expression: SelectorExpression, test: Test): Test {
  return isSource(expression) ? (shape, run) => test(run.selection.shapes[0] ?? shape, run) : test;
}

function all(tests: readonly Test[]): Test {
  const [only] = tests;
  if (only && tests.length === 1) return only;
  return (shape, run) => tests.every((test) => test(shape, run));
}

function compileMapped(expression: SelectorExpression, next: Test, context: Context): Test {
  switch (expression.kind) {
    case "neighbors": {
      const find = compileNeighbors(expression);
      return (shape, run) => find(shape, run).some((neighbor) => next(neighbor, run));
    }
    case "recursiveNeighbors":
      return compileRecursiveNeighbors(context.compiler).test(next, context.reads);
    case "getVariable": {
      const { variable } = expression;
      return (_, run) => readVariable(run, variable).some((shape) => next(shape, run));
    }
    case "function":
      return compileFunction(expression, next, context);
    default:
      return () => false;
  }
}

function compileFunction(expression: FunctionExpression, next: Test, context: Context): Test {
  const { compiler, reads } = context;
  switch (expression.name) {
    case "recursive":
      return compileRecursive(expression, compiler).test(next, reads);
    case "root": {
      const find = compileRoot(expression, compiler);
      return (_, run) => keepAll(run, find(run)).some((shape) => next(shape, run));
    }
    case "topdown": {
      const [qualifies, disqualifies] = expression.arguments.map(compiler.yieldsAny);
      return (shape, run) =>
        qualifies !== undefined &&
        findTopdown(shape, run, { qualifies, disqualifies }).some((found) => next(found, run));
    }
    default: {
      const tests = expression.arguments.map((expressions) => compileThen(expressions, next, context));
      return (shape, run) => tests.some((test) => test(shape, run));
    }
  }
}
