import { type SelectBudget, spend } from "./budget.js";
import type { Shapes } from "./run.js";
import type { SelectableShape } from "./selection.js";

/** Where a shape leads to, and what following that may take. */
export interface Steps {
  readonly expand: (shape: SelectableShape) => Shapes;
  readonly budget: SelectBudget;
}

/** Yields every shape that can be reached from `start` in one step or more, each once. */
export function* walk(start: SelectableShape, { expand, budget }: Steps): Generator<SelectableShape> {
  const seen = new Set<SelectableShape>();
  const stack = [start];
  for (let shape = stack.pop(); shape; shape = stack.pop()) {
    const targets = expand(shape);
    spend(budget, targets.length + 1);
    for (const found of targets) {
      if (seen.has(found)) continue;
      seen.add(found);
      stack.push(found);
      yield found;
    }
  }
}

/** Returns every shape that can be reached from any of `starts` in one step or more. */
export function reach(starts: Iterable<SelectableShape>, expand: (shapes: Shapes) => Shapes): Shapes {
  const seen = new Set<SelectableShape>();
  let frontier: Shapes = [...starts];
  while (frontier.length > 0) {
    const found: SelectableShape[] = [];
    for (const shape of expand(frontier)) {
      if (seen.has(shape)) continue;
      seen.add(shape);
      found.push(shape);
    }
    frontier = found;
  }
  return [...seen];
}

/**
 * Returns every shape that can be reached from one of `starts` other than itself. Each shape keeps the first two starts
 * it was reached from: one of two is another one, so a walk of each start alone is not needed.
 */
export function reachFromOthers(starts: Shapes, steps: Steps): Shapes {
  const { expand, budget } = steps;
  const [only] = starts;
  if (only && starts.length === 1) return [...walk(only, steps)].filter((shape) => shape !== only);
  const first = new Map<SelectableShape, SelectableShape>();
  const second = new Map<SelectableShape, SelectableShape>();
  const shapes: SelectableShape[] = [];
  const origins: SelectableShape[] = [];
  const mark = (shape: SelectableShape, origin: SelectableShape) => {
    const known = first.get(shape);
    if (known === origin || second.has(shape)) return;
    (known ? second : first).set(shape, origin);
    shapes.push(shape);
    origins.push(origin);
  };
  for (const start of starts) mark(start, start);
  for (let shape = shapes.pop(); shape; shape = shapes.pop()) {
    const origin = origins.pop();
    if (!origin) break;
    const targets = expand(shape);
    spend(budget, targets.length + 1);
    for (const found of targets) mark(found, origin);
  }
  return [...first]
    .filter(([shape, origin]) => origin !== shape || second.has(shape))
    .map(([shape]) => shape);
}
