import { type Compiler, start } from "./compiler.js";
import { createRun, type Run, rememberSet, type Shapes } from "./run.js";
import type { SelectableShape } from "./selection.js";
import type { FunctionExpression } from "./selector.js";
import { findStartingShapes } from "./starting-shapes.js";

/** Returns what `:root` yields; worked out once a run, apart from all variables (Smithy 2.0, ":root"). */
export function compileRoot(
  { arguments: [expressions = []] }: FunctionExpression,
  compiler: Compiler,
): (run: Run) => ReadonlySet<SelectableShape> {
  const steps = compiler.steps(expressions);
  return rememberSet(compiler.createSlot(), false, ({ selection, budget }) => {
    const found = new Set<SelectableShape>();
    const run = createRun(selection, budget);
    const emit = (shapes: Shapes) => {
      for (const shape of shapes) found.add(shape);
    };
    start({ steps, run, emit }, findStartingShapes(expressions, selection));
    return found;
  });
}
