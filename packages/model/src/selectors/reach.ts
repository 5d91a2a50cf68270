import type { Shapes } from "./run.js";
import type { SelectableShape } from "./selection.js";

/** Returns the shapes that a shape leads to. */
export type Expand = (shape: SelectableShape) => Shapes;

/** Yields every shape that can be reached from `start` in one step or more, each once. */
export function* walk(start: SelectableShape, expand: Expand): Generator<SelectableShape> {
  const seen = new Set<SelectableShape>();
  const stack = [start];
  for (let shape = stack.pop(); shape; shape = stack.pop()) {
    for (const found of expand(shape)) {
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
export function reachFromOthers(starts: Shapes, expand: Expand): Shapes {
  const [only] = starts;
  if (only && starts.length === 1) return [...walk(only, expand)].filter((shape) => shape !== only);
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
    for (const found of expand(shape)) mark(found, origin);
  }
  return [...first]
    .filter(([shape, origin]) => origin !== shape || second.has(shape))
    .map(([shape]) => shape);
}
