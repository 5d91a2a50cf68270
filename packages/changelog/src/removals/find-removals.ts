import {
  compareCodeUnits,
  enumValue,
  isAggregate,
  type Model,
  type Shape,
  type ShapeId,
  visitNeighbors,
} from "@shapelog/model";
import { type ApiIndex, indexApi } from "./api-index.js";
import type { Removal } from "./removal.js";

/**
 * Returns what callers of `before` can no longer meet in `after`, causes alone: what only something that is gone led to is
 * gone with it. A new name is a removal of the old one, and so is a name that stands for another value; what has another
 * type or namespace is still there. `nameAfter` gives the id that a shape has after.
 */
export function findRemovals(
  before: Model,
  after: Model,
  nameAfter: (id: ShapeId) => ShapeId = (id) => id,
): readonly Removal[] {
  const sides: Sides = { old: indexApi(before), now: indexApi(after), nameAfter };
  const removals = [
    ...findGoneOperations(sides),
    ...findGoneErrors(sides),
    ...findGoneShapes(sides),
    ...findGoneMembers(sides),
  ];
  return removals.sort((a, b) => compareCodeUnits(sortKey(a), sortKey(b)));
}

interface Sides {
  readonly old: ApiIndex;
  readonly now: ApiIndex;
  readonly nameAfter: (id: ShapeId) => ShapeId;
}

function sortKey({ shape, member = "" }: Removal): string {
  return `${shape}$${member}`;
}

/** A resource is what its operations are: nothing else of it is met by callers. */
function findGoneOperations({ old, now, nameAfter }: Sides): Removal[] {
  const gone = [...old.errors.keys()].filter((id) => !now.errors.has(nameAfter(id)));
  return gone.map((shape) => ({ kind: "operation", shape }));
}

function findGoneErrors({ old, now, nameAfter }: Sides): Removal[] {
  const lost = new Map<ShapeId, ShapeId[]>();
  for (const [operation, errors] of old.errors) {
    const left = now.errors.get(nameAfter(operation));
    if (!left) continue;
    for (const error of errors)
      if (!left.has(nameAfter(error))) lost.set(error, [...(lost.get(error) ?? []), operation]);
  }
  return [...lost].map(([shape, operations]) => ({ kind: "error", shape, operations }));
}

/** A shape is gone by itself where what led to it is still there and leads elsewhere. */
function findGoneShapes({ old, now, nameAfter }: Sides): Removal[] {
  const gone = new Set<ShapeId>();
  for (const id of old.reached) {
    const shape = old.shapes.get(id);
    const left = now.reached.has(nameAfter(id)) ? now.shapes.get(nameAfter(id)) : undefined;
    if (!shape || !left) continue;
    visitNeighbors(shape, (relationship, target, name) => {
      if (!DATA.has(relationship) || !old.reached.has(target) || now.reached.has(nameAfter(target))) return;
      if (relationship !== "member" || (name !== undefined && hasMember(left, name))) gone.add(target);
    });
  }
  return [...gone].map((shape) => ({ kind: "shape", shape }));
}

/** The ways to shapes of data. Errors are told of by themselves. */
const DATA: ReadonlySet<string> = new Set(["member", "input", "output"]);

function findGoneMembers({ old, now, nameAfter }: Sides): Removal[] {
  const removals: Removal[] = [];
  for (const id of old.reached) {
    const shape = old.shapes.get(id);
    const left = now.reached.has(nameAfter(id)) ? now.shapes.get(nameAfter(id)) : undefined;
    if (!shape || !left || shape === left || !isAggregate(shape) || !isAggregate(left)) continue;
    const isEnum = shape.kind === "enum" || shape.kind === "intEnum";
    if (isEnum !== (left.kind === "enum" || left.kind === "intEnum")) continue;
    const kept = new Map(left.members.map((member) => [member.name, member]));
    for (const member of shape.members) {
      const same = kept.get(member.name);
      const value = isEnum ? enumValue(member) : undefined;
      if (same && (!isEnum || enumValue(same) === value)) continue;
      removals.push(
        value === undefined
          ? { kind: "member", shape: id, member: member.name }
          : { kind: "value", shape: id, member: member.name, value },
      );
    }
  }
  return removals;
}

function hasMember(shape: Shape, name: string): boolean {
  return isAggregate(shape) && shape.members.some((member) => member.name === name);
}
