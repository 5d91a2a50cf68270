import { type ArrowName, INSTANCE_OPERATIONS } from "./relationships.js";
import type { Shapes } from "./run.js";
import type { Arrows, SelectableShape, Selection } from "./selection.js";
import type { NeighborsExpression } from "./selector.js";

/** Returns the neighbors of a shape. One that several arrows point at may be there more than once. */
export type FindNeighbors = (shape: SelectableShape, selection: Selection) => Shapes;

/** Returns what finds the neighbors that an expression means (Smithy 2.0, "Neighbors"). */
export function compileNeighbors({ direction, relationships }: NeighborsExpression): FindNeighbors {
  if (relationships.length === 0) return (shape, selection) => selection[direction](shape).shapes;
  const named = new Set(relationships);
  const finders: FindNeighbors[] = [
    (shape, selection) => pick(selection[direction](shape), (name) => named.has(name)),
  ];
  if (named.has("trait")) finders.push(direction === "forward" ? findTraits : findUsers);
  if (named.has("bound")) finders.push(findBound);
  if (named.has("instanceOperation") && direction === "forward") finders.push(findInstanceOperations);
  const [only] = finders;
  if (only && finders.length === 1) return only;
  return (shape, selection) => finders.flatMap((find) => find(shape, selection));
}

function pick({ names, shapes }: Arrows, matches: (name: ArrowName) => boolean): Shapes {
  return shapes.filter((_, index) => matches(names[index] ?? ""));
}

function findTraits(shape: SelectableShape, selection: Selection): Shapes {
  return Object.keys(shape.traits).flatMap((id) => selection.find(id) ?? []);
}

function findUsers(shape: SelectableShape, selection: Selection): Shapes {
  return selection.withTrait(shape.id);
}

/** `bound` leads from a resource to what binds it, in either direction. */
function findBound(shape: SelectableShape, selection: Selection): Shapes {
  if (shape.shape.kind !== "resource") return [];
  return pick(selection.reverse(shape), (name) => name === "resource");
}

function findInstanceOperations(shape: SelectableShape, selection: Selection): Shapes {
  if (shape.shape.kind !== "resource") return [];
  return pick(selection.forward(shape), (name) => INSTANCE_OPERATIONS.includes(name));
}
