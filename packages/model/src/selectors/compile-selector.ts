import { compileFilter } from "./compile-filter.js";
import { compileStep } from "./compile-steps.js";
import { compileYieldsAny } from "./compile-test.js";
import type { Compiler, Step } from "./compiler.js";
import type { Selector } from "./selector.js";

const COMPILED = new WeakMap<Selector, readonly Step[]>();

/** Returns the steps of a selector; compiled once. */
export function compileSelector(selector: Selector): readonly Step[] {
  const known = COMPILED.get(selector);
  if (known) return known;
  const steps = createCompiler().steps(selector.expressions);
  COMPILED.set(selector, steps);
  return steps;
}

function createCompiler(): Compiler {
  let slots = 0;
  const compiler: Compiler = {
    createSlot: () => slots++,
    steps: (expressions) => expressions.map((expression) => compileStep(expression, compiler)),
    yieldsAny: (expressions) => compileYieldsAny(expressions, compiler),
    filter: (expression) => compileFilter(expression, compiler),
  };
  return compiler;
}
