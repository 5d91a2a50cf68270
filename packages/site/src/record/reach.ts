import {
  compareCodeUnits,
  findShape,
  type Model,
  type OperationShape,
  type ShapeId,
  shapeName,
  visitNeighbors,
} from "@shapelog/model";
import { addToGroup } from "./add-to-group.js";

/** An operation that reaches a shape, and by what. */
export interface Reach {
  readonly operation: ShapeId;
  readonly by: readonly ("request" | "response" | "error")[];
}

/** After so many operations of a shape no more are counted: a step of the walk costs at most this many visits. */
const MOST_COUNTED = 1000;

/** The operations that reach a shape, in the order of their names. */
export interface ReachOfShape {
  readonly reaches: readonly Reach[];
  /** Whether there may be more operations than these. */
  readonly atLeast: boolean;
}

/**
 * Returns for every shape the operations that reach it. Walks down from one operation after the other, which ends
 * after {@link MOST_COUNTED} visits of each shape: what lies below a shape has all its operations and more.
 */
export function findReaches(model: Model): ReadonlyMap<ShapeId, ReachOfShape> {
  const found = new Map<ShapeId, Reach[]>();
  const operations = [...model.shapes.values()].filter((shape) => shape.kind === "operation");
  operations.sort((a, b) => compareCodeUnits(shapeName(a.id), shapeName(b.id)));
  for (const operation of operations) {
    const by = new Map<ShapeId, Reach["by"][number][]>();
    for (const [way, roots] of waysInto(operation)) {
      for (const id of closureBelowLimit(model, roots, found)) addToGroup(by, id, way);
    }
    for (const [id, ways] of by) addToGroup(found, id, { operation: operation.id, by: ways });
  }
  return new Map(
    [...found].map(([id, reaches]) => [id, { reaches, atLeast: reaches.length >= MOST_COUNTED }]),
  );
}

function waysInto({ input, output, errors }: OperationShape) {
  return [
    ["request", [input]],
    ["response", [output]],
    ["error", errors],
  ] as const;
}

function closureBelowLimit(
  model: Model,
  roots: readonly ShapeId[],
  found: ReadonlyMap<ShapeId, readonly Reach[]>,
): ReadonlySet<ShapeId> {
  const isOpen = (id: ShapeId) => model.shapes.has(id) && (found.get(id)?.length ?? 0) < MOST_COUNTED;
  const seen = new Set(roots.filter(isOpen));
  for (const id of seen) {
    const shape = findShape(model, id);
    if (!shape) continue;
    visitNeighbors(shape, (_, target) => {
      if (isOpen(target)) seen.add(target);
    });
  }
  return seen;
}
