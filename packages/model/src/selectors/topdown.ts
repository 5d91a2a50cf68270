import { spend } from "./budget.js";
import type { Run, Shapes, Test } from "./run.js";
import type { SelectableShape } from "./selection.js";

/**
 * Returns the shapes of a containment hierarchy that match, or that are bound below one that does, down to where
 * `disqualifies` takes the match away (Smithy 2.0, ":topdown").
 */
export function findTopdown(
  start: SelectableShape,
  run: Run,
  { qualifies, disqualifies }: { readonly qualifies: Test; readonly disqualifies: Test | undefined },
): Shapes {
  if (!["service", "resource", "operation"].includes(start.shape.kind)) return [];
  const seen = new Set<SelectableShape>();
  const found: SelectableShape[] = [];
  const stack = [{ shape: start, inherited: false }];
  for (let next = stack.pop(); next; next = stack.pop()) {
    const { shape, inherited } = next;
    spend(run.budget, 1);
    if (seen.has(shape)) continue;
    seen.add(shape);
    const matches = (inherited || qualifies(shape, run)) && !disqualifies?.(shape, run);
    if (matches) found.push(shape);
    for (const bound of findBindings(shape, run).reverse()) stack.push({ shape: bound, inherited: matches });
  }
  return found;
}

function findBindings(shape: SelectableShape, run: Run): SelectableShape[] {
  const { names, shapes } = run.selection.forward(shape);
  spend(run.budget, shapes.length);
  return shapes.filter((_, index) => names[index] === "operation" || names[index] === "resource");
}
