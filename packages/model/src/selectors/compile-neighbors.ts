import { spend } from "./budget.js";
import { type ArrowName, INSTANCE_OPERATIONS } from "./relationships.js";
import type { Run, Shapes } from "./run.js";
import type { Arrows, SelectableShape } from "./selection.js";
import type { NeighborsExpression } from "./selector.js";

/** Returns the neighbors of a shape. One that several arrows point at may be there more than once. */
export type FindNeighbors = (shape: SelectableShape, run: Run) => Shapes;

/** Returns what finds the neighbors that an expression means (Smithy 2.0, "Neighbors"). */
export function compileNeighbors({ direction, relationships }: NeighborsExpression): FindNeighbors {
  if (relationships.length === 0) return (shape, run) => arrowsOf(shape, direction, run).shapes;
  const named = new Set(relationships);
  const finders: FindNeighbors[] = [
    (shape, run) => pick(arrowsOf(shape, direction, run), (name) => named.has(name)),
  ];
  if (named.has("trait")) finders.push(direction === "forward" ? findTraits : findUsers);
  if (named.has("bound")) finders.push(findBound);
  if (named.has("instanceOperation") && direction === "forward") finders.push(findInstanceOperations);
  const [only] = finders;
  if (only && finders.length === 1) return only;
  return (shape, run) => finders.flatMap((find) => find(shape, run));
}

function arrowsOf(shape: SelectableShape, direction: "forward" | "reverse", run: Run): Arrows {
  const arrows = run.selection[direction](shape);
  spend(run.budget, arrows.shapes.length);
  return arrows;
}

function pick({ names, shapes }: Arrows, matches: (name: ArrowName) => boolean): Shapes {
  return shapes.filter((_, index) => matches(names[index] ?? ""));
}

function findTraits(shape: SelectableShape, { selection, budget }: Run): Shapes {
  const ids = Object.keys(shape.traits);
  spend(budget, ids.length);
  return ids.flatMap((id) => selection.find(id) ?? []);
}

function findUsers(shape: SelectableShape, { selection, budget }: Run): Shapes {
  const users = selection.withTrait(shape.id);
  spend(budget, users.length);
  return users;
}

/** `bound` leads from a resource to what binds it, in either direction. */
function findBound(shape: SelectableShape, run: Run): Shapes {
  if (shape.shape.kind !== "resource") return [];
  return pick(arrowsOf(shape, "reverse", run), (name) => name === "resource");
}

function findInstanceOperations(shape: SelectableShape, run: Run): Shapes {
  if (shape.shape.kind !== "resource") return [];
  return pick(arrowsOf(shape, "forward", run), (name) => INSTANCE_OPERATIONS.includes(name));
}
