import {
  type AggregateShape,
  isAggregate,
  type Member,
  resolveMixins,
  type Shape,
  type ShapeId,
} from "@shapelog/model";
import type { Loading } from "./loading.js";

/** Returns the members that a shape gets from its mixins, in their order. */
export function findInheritedMembers(
  shapes: ReadonlyMap<ShapeId, Shape>,
  shape: AggregateShape,
): ReadonlyMap<string, Member> {
  if (shape.mixins === undefined || shape.mixins.length === 0) return NO_MEMBERS;
  const bare: AggregateShape = { ...shape, members: [] };
  const { members } = resolveMixins({ shapes, metadata: new Map() }, bare);
  return new Map(members.map((member) => [member.name, member]));
}

const NO_MEMBERS: ReadonlyMap<string, Member> = new Map();

/**
 * Puts the members that only add traits to inherited ones at the end, in the order the mixins have them: so it makes no
 * difference where and how the traits were put on them.
 */
export function orderInheritedMembers({ shapes, inherited }: Loading): void {
  for (const [id, names] of inherited) {
    const shape = shapes.get(id);
    if (!shape || !isAggregate(shape)) continue;
    const own = shape.members.filter(({ name }) => !names.has(name));
    const rest = shape.members.filter(({ name }) => names.has(name));
    shapes.set(id, { ...shape, members: [...own, ...sortAsMixed(shapes, shape, rest)] });
  }
}

function sortAsMixed(
  shapes: ReadonlyMap<ShapeId, Shape>,
  shape: AggregateShape,
  members: readonly Member[],
): readonly Member[] {
  if (members.length < 2) return members;
  const order = new Map([...findInheritedMembers(shapes, shape).keys()].map((name, index) => [name, index]));
  return members.toSorted((a, b) => (order.get(a.name) ?? 0) - (order.get(b.name) ?? 0));
}
