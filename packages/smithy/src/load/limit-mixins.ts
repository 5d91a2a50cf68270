import { isAggregate, type Shape, type ShapeId } from "@shapelog/model";
import { smithyDiagnostics } from "../diagnostics.js";
import type { Loading } from "./loading.js";

/** How many members shapes may inherit all together. Large models have some ten thousand. */
const LIMIT = 1_000_000;

/**
 * Takes out mixins that lead back to their shape, and those with which the model would grow beyond measure, and reports
 * them: after this, mixing always comes to an end. Returns the ids of shapes with mixins, each after its mixins.
 */
export function limitMixins(loading: Loading): readonly ShapeId[] {
  const { shapes } = loading;
  const mixed: Shape[] = [];
  for (const shape of shapes.values())
    if (shape.mixins !== undefined && shape.mixins.length > 0) mixed.push(shape);
  if (mixed.length === 0) return [];
  const { order, left } = sortByMixins(shapes, mixed);
  const cyclic = findCyclic(shapes, left);
  for (const id of cyclic) takeOutCycle(loading, id, cyclic);
  // Without the cycles, the shapes that depend on one have an order too.
  const all = left.length === 0 ? order : sortByMixins(shapes, mixed).order;
  limitMembers(loading, all);
  return all.map(({ id }) => id);
}

/** Returns shapes so that each comes after its mixins, and those that are on cycles or depend on one, by themselves. */
function sortByMixins(shapes: ReadonlyMap<ShapeId, Shape>, mixed: readonly Shape[]) {
  const waiting = new Map<ShapeId, number>();
  const dependents = new Map<ShapeId, Shape[]>();
  for (const shape of mixed) {
    const mixins = new Set(mixinsOf(shapes, shape.id).filter((id) => mixinsOf(shapes, id).length > 0));
    waiting.set(shape.id, mixins.size);
    for (const id of mixins) {
      const list = dependents.get(id);
      if (list) list.push(shape);
      else dependents.set(id, [shape]);
    }
  }
  const order = mixed.filter(({ id }) => waiting.get(id) === 0);
  for (const { id } of order) {
    for (const dependent of dependents.get(id) ?? []) {
      const count = (waiting.get(dependent.id) ?? 0) - 1;
      waiting.set(dependent.id, count);
      if (count === 0) order.push(dependent);
    }
  }
  return { order, left: mixed.map(({ id }) => id).filter((id) => (waiting.get(id) ?? 0) > 0) };
}

/** Returns the ids from which mixins lead back to them: takes out, again and again, what none of the others needs. */
function findCyclic(shapes: ReadonlyMap<ShapeId, Shape>, ids: readonly ShapeId[]): ReadonlySet<ShapeId> {
  const left = new Set(ids);
  const users = new Map<ShapeId, number>();
  for (const id of ids) {
    for (const mixin of new Set(mixinsOf(shapes, id))) users.set(mixin, (users.get(mixin) ?? 0) + 1);
  }
  const open = ids.filter((id) => !users.has(id));
  for (const id of open) {
    left.delete(id);
    for (const mixin of new Set(mixinsOf(shapes, id))) {
      const count = (users.get(mixin) ?? 0) - 1;
      users.set(mixin, count);
      if (count === 0 && left.has(mixin)) open.push(mixin);
    }
  }
  return left;
}

function takeOutCycle(loading: Loading, id: ShapeId, cyclic: ReadonlySet<ShapeId>): void {
  const shape = loading.shapes.get(id);
  if (!shape) return;
  const back = mixinsOf(loading.shapes, id).filter((mixin) => cyclic.has(mixin));
  const data = { id, mixins: back };
  loading.diagnostics.push(smithyDiagnostics.create("cyclic-mixins", loading.locate(id), data));
  const mixins = mixinsOf(loading.shapes, id).filter((mixin) => !cyclic.has(mixin));
  loading.shapes.set(id, { ...shape, mixins });
}

function limitMembers(loading: Loading, order: readonly Shape[]): void {
  const counts = new Map<ShapeId, number>();
  let total = 0;
  for (const { id } of order) {
    const shape = loading.shapes.get(id);
    if (!shape) continue;
    let count = countOwn(shape);
    for (const mixin of shape.mixins ?? []) {
      count += counts.get(mixin) ?? countOwn(loading.shapes.get(mixin));
    }
    if (total + count > LIMIT) {
      const data = { id, limit: LIMIT };
      loading.diagnostics.push(smithyDiagnostics.create("too-many-mixins", loading.locate(id), data));
      loading.shapes.set(id, { ...shape, mixins: [] });
      count = countOwn(shape);
    }
    counts.set(id, count);
    total += count;
  }
}

function countOwn(shape: Shape | undefined): number {
  return shape && isAggregate(shape) ? shape.members.length + 1 : 1;
}

function mixinsOf(shapes: ReadonlyMap<ShapeId, Shape>, id: ShapeId): readonly ShapeId[] {
  return shapes.get(id)?.mixins ?? [];
}
