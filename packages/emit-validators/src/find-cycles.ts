import type { DataShape } from "@shapelog/emit";
import { neighbors, type ShapeId } from "@shapelog/model";

interface Visit {
  readonly id: ShapeId;
  readonly targets: readonly ShapeId[];
  next: number;
}

/**
 * Returns for each shape the number of the group of shapes it is in a cycle with; shapes that cannot reach themselves
 * are left out. Tarjan's algorithm without recursion, since models may nest deeper than the stack.
 */
export function findCycles(shapes: ReadonlyMap<ShapeId, DataShape>): ReadonlyMap<ShapeId, number> {
  const order = new Map<ShapeId, number>();
  const low = new Map<ShapeId, number>();
  const open: ShapeId[] = [];
  const isOpen = new Set<ShapeId>();
  const groups = new Map<ShapeId, number>();

  const enter = (id: ShapeId): Visit => {
    order.set(id, order.size);
    low.set(id, order.size - 1);
    open.push(id);
    isOpen.add(id);
    return { id, targets: targetsOf(shapes, id), next: 0 };
  };
  const lower = (id: ShapeId, to: number | undefined) => {
    low.set(id, Math.min(low.get(id) ?? 0, to ?? 0));
  };
  const leave = (id: ShapeId) => {
    if (low.get(id) !== order.get(id)) return;
    const group = open.splice(open.lastIndexOf(id));
    for (const member of group) isOpen.delete(member);
    if (group.length > 1 || targetsOf(shapes, id).includes(id)) {
      for (const member of group) groups.set(member, order.get(id) ?? 0);
    }
  };

  for (const root of shapes.keys()) {
    if (order.has(root)) continue;
    const visits = [enter(root)];
    for (let visit = visits.at(-1); visit; visit = visits.at(-1)) {
      const target = visit.targets[visit.next++];
      if (target !== undefined) {
        if (!order.has(target)) visits.push(enter(target));
        else if (isOpen.has(target)) lower(visit.id, order.get(target));
        continue;
      }
      visits.pop();
      leave(visit.id);
      const above = visits.at(-1);
      if (above) lower(above.id, low.get(visit.id));
    }
  }
  return groups;
}

function targetsOf(shapes: ReadonlyMap<ShapeId, DataShape>, id: ShapeId): ShapeId[] {
  const shape = shapes.get(id);
  return shape ? neighbors(shape).flatMap(({ target }) => (shapes.has(target) ? [target] : [])) : [];
}
