import { compileNeighbors } from "./compile-neighbors.js";
import { compileRecursive, compileRecursiveNeighbors } from "./compile-reach.js";
import { compileRoot } from "./compile-root.js";
import { type Compiler, collect, flow, type Step, union } from "./compiler.js";
import { isFilter } from "./is-filter.js";
import { keepAll, readVariable, type Shapes, setVariable, type Test } from "./run.js";
import type { FunctionExpression, SelectorExpression, SetVariableExpression } from "./selector.js";
import { findTopdown } from "./topdown.js";
import { findVariableUse } from "./variable-use.js";

/** Returns the step of one expression. */
export function compileStep(expression: SelectorExpression, compiler: Compiler): Step {
  const isBranch = findVariableUse([expression]) === "sets";
  if (isFilter(expression)) {
    const test = compiler.filter(expression);
    return isBranch ? branchOn(test) : { kind: "filter", test };
  }
  switch (expression.kind) {
    case "neighbors": {
      const find = compileNeighbors(expression);
      return { kind: "map", map: (shapes, run) => mapEach(shapes, (shape) => find(shape, run)) };
    }
    case "recursiveNeighbors":
      return { kind: "map", map: compileRecursiveNeighbors(compiler).map };
    case "setVariable":
      return compileSetVariable(expression, compiler);
    case "getVariable": {
      const { variable } = expression;
      return { kind: "map", map: (_, run) => readVariable(run, variable) };
    }
    case "function":
      return isBranch ? compileBranch(expression, compiler) : compileFunction(expression, compiler);
    default:
      return { kind: "map", map: () => [] };
  }
}

function branchOn(test: Test): Step {
  return {
    kind: "branch",
    branch(shape, run, emit) {
      if (test(shape, run)) emit([shape]);
    },
  };
}

type MapStep = Extract<Step, { readonly kind: "map" }>;

function compileFunction(expression: FunctionExpression, compiler: Compiler): MapStep {
  switch (expression.name) {
    case "recursive":
      return { kind: "map", map: compileRecursive(expression, compiler).map };
    case "root": {
      const find = compileRoot(expression, compiler);
      return { kind: "map", map: (_, run) => keepAll(run, find(run)) };
    }
    case "topdown": {
      const [qualifies, disqualifies] = expression.arguments.map(compiler.yieldsAny);
      return {
        kind: "map",
        map: (shapes, run) =>
          mapEach(shapes, (shape) => (qualifies ? findTopdown(shape, run, { qualifies, disqualifies }) : [])),
      };
    }
    default: {
      const branches = expression.arguments.map(compiler.steps);
      return {
        kind: "map",
        map: (shapes, run) => union(branches.map((steps) => collect(steps, shapes, run))),
      };
    }
  }
}

/** One shape at a time, for the variables that are set inside. What follows `:is` sees those of each argument. */
function compileBranch(expression: FunctionExpression, compiler: Compiler): Step {
  if (expression.name !== "is") {
    const step = compileFunction(expression, compiler);
    return { kind: "branch", branch: (shape, run, emit) => emit(step.map([shape], run)) };
  }
  const branches = expression.arguments.map(compiler.steps);
  return {
    kind: "branch",
    branch(shape, run, emit) {
      for (const steps of branches) flow({ steps, run, emit }, [shape]);
    },
  };
}

function compileSetVariable({ variable, expressions }: SetVariableExpression, compiler: Compiler): Step {
  const steps = compiler.steps(expressions);
  return {
    kind: "branch",
    branch(shape, run, emit) {
      setVariable(run, variable, collect(steps, [shape], run));
      emit([shape]);
    },
  };
}

function mapEach(shapes: Shapes, find: (shape: Shapes[number]) => Shapes): Shapes {
  const [only] = shapes;
  if (only && shapes.length === 1) {
    const found = find(only);
    return found.length < 2 ? found : [...new Set(found)];
  }
  return union(shapes.map(find));
}
