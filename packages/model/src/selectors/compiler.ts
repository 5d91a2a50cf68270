import { spend } from "./budget.js";
import type { FilterExpression } from "./is-filter.js";
import { clearVariables, type Emit, type Run, type Shapes, type Test } from "./run.js";
import type { SelectableShape } from "./selection.js";
import type { SelectorExpressions } from "./selector.js";

/**
 * One step of a compiled selector. Filters and maps take a whole set of shapes at once, so that nothing is looked at
 * twice; a step that sets variables has to take one shape after the other, with all that follows.
 */
export type Step =
  | { readonly kind: "filter"; readonly test: Test }
  | { readonly kind: "map"; map(shapes: Shapes, run: Run): Shapes }
  | { readonly kind: "branch"; branch(shape: SelectableShape, run: Run, emit: Emit): void };

/** What the parts of the compiler need of each other. */
export interface Compiler {
  /** Returns a place in a {@link Run} for what is worked out once. */
  createSlot(): number;
  /** Compiles expressions to steps. */
  steps(expressions: SelectorExpressions): readonly Step[];
  /** Compiles expressions to a test of whether they yield any shape. */
  yieldsAny(expressions: SelectorExpressions): Test;
  /** Compiles a filter. */
  filter(expression: FilterExpression): Test;
}

/** Steps, and what becomes of the shapes that come through. */
export interface Flow {
  readonly steps: readonly Step[];
  readonly run: Run;
  readonly emit: Emit;
}

/** Sends shapes through steps, beginning at one of them. */
export function flow(through: Flow, shapes: Shapes, from = 0): void {
  const { steps, run, emit } = through;
  spend(run.budget, 1);
  let current = shapes;
  for (let index = from; index < steps.length && current.length > 0; index++) {
    const step = steps[index];
    spend(run.budget, current.length);
    if (step?.kind === "filter") current = current.filter((shape) => step.test(shape, run));
    else if (step?.kind === "map") current = step.map(current, run);
    else if (step) {
      for (const shape of current) {
        step.branch(shape, run, (found) => flow(through, found, index + 1));
      }
      return;
    }
  }
  if (current.length > 0) emit(current);
}

/** Sends a selector's first shapes through its steps. The variables are cleared before each of them. */
export function start(through: Flow, shapes: Shapes): void {
  const { steps, run } = through;
  const branch = steps.findIndex(({ kind }) => kind === "branch");
  if (branch === -1) {
    flow(through, shapes);
    return;
  }
  for (const shape of collect(steps.slice(0, branch), shapes, run)) {
    clearVariables(run);
    flow(through, [shape], branch);
  }
}

/** Returns all that steps yield. */
export function collect(steps: readonly Step[], shapes: Shapes, run: Run): Shapes {
  const found: Shapes[] = [];
  const emit: Emit = (more) => {
    spend(run.budget, more.length);
    found.push(more);
  };
  flow({ steps, run, emit }, shapes);
  const [only] = found;
  return found.length < 2 ? (only ?? []) : union(found);
}

/** Returns the shapes of several lists, each once. */
export function union(lists: readonly Shapes[]): Shapes {
  const found = new Set<SelectableShape>();
  for (const shapes of lists) for (const shape of shapes) found.add(shape);
  return [...found];
}
