import { type SelectBudget, spend } from "./budget.js";
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
  readonly budget: SelectBudget;
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

export function createRun(selection: Selection, budget: SelectBudget): Run {
  return { selection, variables: new Map(), budget, epoch: 1, flags: [], sets: [] };
}

export function setVariable(run: Run, name: string, shapes: Shapes): void {
  spend(run.budget, shapes.length + 1);
  run.variables.set(name, new Set(shapes));
  run.epoch++;
}

/** Returns the shapes that a variable holds. */
export function readVariable(run: Run, name: string): Shapes {
  return keepAll(run, run.variables.get(name) ?? []);
}

/** Returns the shapes of a set as a list. */
export function keepAll(run: Run, shapes: Iterable<SelectableShape>): Shapes {
  const all = [...shapes];
  spend(run.budget, all.length);
  return all;
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
    const flags = run.flags[slot] ?? createFlags(slot, run);
    const flag = flags[shape.index] ?? 0;
    if (flag >>> 1 === epoch) return (flag & 1) === 1;
    spend(run.budget, 1);
    const matches = test(shape, run);
    flags[shape.index] = epoch * 2 + (matches ? 1 : 0);
    return matches;
  };
}

function createFlags(slot: number, run: Run): Uint32Array {
  const { length } = run.selection.shapes;
  spend(run.budget, length);
  const flags = new Uint32Array(length);
  run.flags[slot] = flags;
  return flags;
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
    spend(run.budget, shapes.size);
    run.sets[slot] = { epoch, shapes };
    return shapes;
  };
}
