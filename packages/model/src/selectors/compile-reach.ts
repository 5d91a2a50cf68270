import { type Compiler, collect, union } from "./compiler.js";
import { reach, reachFromOthers, type Steps, walk } from "./reach.js";
import { type Run, rememberSet, type Shapes, type Test } from "./run.js";
import type { SelectableShape } from "./selection.js";
import type { FunctionExpression, SelectorExpressions } from "./selector.js";

/** What a recursive expression reaches. */
export interface Reach {
  /** Returns what is reached from any of some shapes. */
  map(shapes: Shapes, run: Run): Shapes;
  /** Returns a test of whether any shape that is reached passes another test. */
  test(next: Test, reads: boolean): Test;
}

/** So many shapes are walked on their own before it pays to find all shapes that pass, backwards and at once. */
const WALKS = 8;

/** `~>` (Smithy 2.0, "Forward recursive neighbors"). The shape itself is never yielded. */
export function compileRecursiveNeighbors(compiler: Compiler): Reach {
  return {
    map: (shapes, run) => reachFromOthers(shapes, followArrows(run, "forward")),
    test(next, reads) {
      const found = rememberSet(compiler.createSlot(), reads, (run) => {
        const good = run.selection.shapes.filter((shape) => next(shape, run));
        return reachFromOthers(good, followArrows(run, "reverse"));
      });
      return alternate(
        reads,
        (shape, run) => {
          for (const other of walk(shape, followArrows(run, "forward"))) {
            if (other !== shape && next(other, run)) return true;
          }
          return false;
        },
        (shape, run) => found(run).has(shape),
      );
    },
  };
}

/** `:recursive` (Smithy 2.0, ":recursive"). The shape itself is yielded where a way leads back to it. */
export function compileRecursive(expression: FunctionExpression, compiler: Compiler): Reach {
  const steps = compiler.steps(innermost(expression));
  return {
    map: (shapes, run) => reach(shapes, (frontier) => collect(steps, frontier, run)),
    test(next, reads) {
      const found = rememberSet(compiler.createSlot(), reads, (run) => {
        const back = new Map<SelectableShape, SelectableShape[]>();
        for (const from of run.selection.shapes) {
          for (const to of collect(steps, [from], run)) addTo(back, to, from);
        }
        const good = run.selection.shapes.filter((shape) => next(shape, run));
        return reach(good, (frontier) => union(frontier.map((shape) => back.get(shape) ?? [])));
      });
      return alternate(
        reads,
        (shape, run) => {
          const expand = (at: SelectableShape) => collect(steps, [at], run);
          for (const other of walk(shape, { expand, budget: run.budget })) {
            if (next(other, run)) return true;
          }
          return false;
        },
        (shape, run) => found(run).has(shape),
      );
    },
  };
}

function followArrows({ selection, budget }: Run, direction: "forward" | "reverse"): Steps {
  return { expand: (shape) => selection[direction](shape).shapes, budget };
}

/** What is reached by reaching is reached: one `:recursive` in another is the inner one. */
function innermost(expression: FunctionExpression): SelectorExpressions {
  let [inner = []] = expression.arguments;
  for (;;) {
    const [only] = inner;
    if (inner.length !== 1 || only?.kind !== "function" || only.name !== "recursive") return inner;
    [inner = []] = only.arguments;
  }
}

function addTo(
  groups: Map<SelectableShape, SelectableShape[]>,
  key: SelectableShape,
  shape: SelectableShape,
): void {
  const group = groups.get(key);
  if (group) group.push(shape);
  else groups.set(key, [shape]);
}

/** Tests the first shapes in one way, the others in another; anew when variables that are read have changed. */
function alternate(reads: boolean, few: Test, many: Test): Test {
  const counts = new WeakMap<Run, { readonly epoch: number; count: number }>();
  return (shape, run) => {
    const epoch = reads ? run.epoch : 1;
    let state = counts.get(run);
    if (state?.epoch !== epoch) {
      state = { epoch, count: 0 };
      counts.set(run, state);
    }
    return state.count++ < WALKS ? few(shape, run) : many(shape, run);
  };
}
