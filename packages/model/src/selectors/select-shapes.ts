import type { Model, ShapeId } from "../shape.js";
import { defaultSteps, type SelectBudget, spend } from "./budget.js";
import { compileSelector } from "./compile-selector.js";
import { start } from "./compiler.js";
import { createRun, type Run, type Shapes } from "./run.js";
import { createSelection, type SelectableShape, type Selection } from "./selection.js";
import type { Selector } from "./selector.js";
import { findStartingShapes } from "./starting-shapes.js";

/** Options of {@link selectShapes} and {@link matchSelector}. */
export interface SelectOptions {
  /** The shapes to begin with. Default: every shape there is. */
  readonly from?: Iterable<ShapeId>;
  /** What may be taken; goes down, so that several evaluations can share one. Default: enough for any real selector. */
  readonly budget?: SelectBudget;
}

/** A shape that a selector yields, with the variables as they were then. */
export interface SelectorMatch {
  readonly shape: ShapeId;
  readonly variables: ReadonlyMap<string, readonly ShapeId[]>;
}

/**
 * Returns the ids of the shapes and members that a selector yields, each once, in no order that means anything
 * (Smithy 2.0, "Selectors"). Shapes of the definitions and of the prelude are among them. A model that is asked more
 * than once is better prepared with `createSelection`; a bare model is prepared without definitions, and remembered.
 *
 * @throws {SelectorTooCostly} where the budget does not suffice.
 *
 * @example
 * const { selector } = parseSelector("operation :not([trait|http])");
 * if (selector) selectShapes(model, selector);
 */
export function selectShapes(
  of: Selection | Model,
  selector: Selector,
  options: SelectOptions = {},
): readonly ShapeId[] {
  const found = new Set<SelectableShape>();
  let first: Shapes = [];
  let count = 0;
  const emit = (shapes: Shapes) => {
    if (count++ === 0) {
      first = shapes;
      return;
    }
    if (count === 2) for (const shape of first) found.add(shape);
    for (const shape of shapes) found.add(shape);
  };
  evaluate(of, selector, { ...options, emit });
  return (count < 2 ? first : [...found]).map(({ id }) => id);
}

/**
 * Returns each match of a selector with its variables: a shape that is yielded with other variables is another match.
 * Selectors without variables give each shape once.
 *
 * @throws {SelectorTooCostly} where the budget does not suffice.
 */
export function matchSelector(
  of: Selection | Model,
  selector: Selector,
  options: SelectOptions = {},
): readonly SelectorMatch[] {
  const matches: SelectorMatch[] = [];
  const emit = (shapes: Shapes, run: Run) => {
    const variables = new Map([...run.variables].map(([name, held]) => [name, listIds(held, run)]));
    spend(run.budget, variables.size + shapes.length);
    for (const { id } of shapes) matches.push({ shape: id, variables });
  };
  evaluate(of, selector, { ...options, emit });
  return matches;
}

/** Steps for an id that is kept: it stays in memory. */
const KEPT = 4;

function listIds(shapes: ReadonlySet<SelectableShape>, { budget }: Run): readonly ShapeId[] {
  spend(budget, shapes.size * KEPT);
  return [...shapes].map(({ id }) => id);
}

const SELECTIONS = new WeakMap<Model, Selection>();

/** Returns the selection of a model, made once. */
export function toSelection(of: Selection | Model): Selection {
  if ("find" in of) return of;
  const selection = SELECTIONS.get(of) ?? createSelection(of);
  SELECTIONS.set(of, selection);
  return selection;
}

function evaluate(
  of: Selection | Model,
  selector: Selector,
  { from, budget, emit }: SelectOptions & { readonly emit: (shapes: Shapes, run: Run) => void },
): void {
  const selection = toSelection(of);
  const run = createRun(selection, budget ?? { left: defaultSteps(selection.shapes.length) });
  const shapes = from
    ? [...new Set(from)].flatMap((id) => selection.find(id) ?? [])
    : findStartingShapes(selector.expressions, selection);
  start({ steps: compileSelector(selector), run, emit: (found) => emit(found, run) }, shapes);
}
