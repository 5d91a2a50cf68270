import type { SelectableShape, Selection } from "./selection.js";

/** Shapes, each once. */
export type Shapes = readonly SelectableShape[];

/** Returns whether a shape matches. */
export type Test = (shape: SelectableShape, run: Run) => boolean;

/** Is given shapes that a selector yields, each once a call. */
export type Emit = (shapes: Shapes) => void;

/** One evaluation of a selector on a model: the variables, and what was worked out on the way. */
export interface Run {
  readonly selection: Selection;
  readonly variables: Map<string, ReadonlySet<SelectableShape>>;
  /** Goes up when a variable changes: what was worked out from variables before that is stale. */
  epoch: number;
  /** By slot: for each shape twice the epoch it was tested in, plus one where it matched. */
  readonly flags: Uint32Array[];
  /** By slot. */
  readonly sets: KnownSet[];
}

/** A set of shapes, good for one epoch. */
export interface KnownSet {
  readonly epoch: number;
  readonly shapes: ReadonlySet<SelectableShape>;
}

export function createRun(selection: Selection): Run {
  return { selection, variables: new Map(), epoch: 1, flags: [], sets: [] };
}

export function setVariable(run: Run, name: string, shapes: Shapes): void {
  run.variables.set(name, new Set(shapes));
  run.epoch++;
}

export function clearVariables(run: Run): void {
  if (run.variables.size === 0) return;
  run.variables.clear();
  run.epoch++;
}

/** Returns a test that runs once for each shape, or where it `reads` variables, once for each state of them. */
export function remember(slot: number, reads: boolean, test: Test): Test {
  return (shape, run) => {
    const epoch = reads ? run.epoch : 1;
    run.flags[slot] ??= new Uint32Array(run.selection.shapes.length);
    const flag = run.flags[slot][shape.index] ?? 0;
    if (flag >>> 1 === epoch) return (flag & 1) === 1;
    const matches = test(shape, run);
    run.flags[slot][shape.index] = epoch * 2 + (matches ? 1 : 0);
    return matches;
  };
}

/** Returns a set that is worked out once, or where it `reads` variables, once for each state of them. */
export function rememberSet(
  slot: number,
  reads: boolean,
  create: (run: Run) => Iterable<SelectableShape>,
): (run: Run) => ReadonlySet<SelectableShape> {
  return (run) => {
    const epoch = reads ? run.epoch : 1;
    const known = run.sets[slot];
    if (known?.epoch === epoch) return known.shapes;
    const shapes = new Set(create(run));
    run.sets[slot] = { epoch, shapes };
    return shapes;
  };
}
