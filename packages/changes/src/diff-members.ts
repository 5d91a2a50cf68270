import { type AggregateShape, enumValue, type Member } from "@shapelog/model";
import type { Change, EnumChange, MemberChange } from "./change.js";
import { diffTraits } from "./diff-traits.js";
import { diffKeyed } from "./keyed.js";

/** Returns what differs between the members of two shapes of the same kind. */
export function diffMembers(before: AggregateShape, after: AggregateShape): Change[] {
  const shape = before.id;
  const byValue = isEnum(before) && hasDistinctValues(before) && hasDistinctValues(after);
  const { removed, added, kept, reordered } = diffKeyed(
    before.members,
    after.members,
    byValue ? enumValue : (m) => m.name,
  );
  const place = isEnum(before) ? enumValuePlace : memberPlace;
  const changes: Change[] = removed.map(({ entry, index }) => place.removed(shape, entry, index));
  if (reordered) {
    const names = (members: readonly Member[]) => members.map((member) => member.name);
    // Renames come after reordering, so both sides carry the names of `before`.
    const oldNames = new Map(kept.map(([old, now]) => [now, old.name]));
    changes.push({
      kind: "members.reordered",
      shape,
      before: names(reordered.before),
      after: reordered.after.map((member) => oldNames.get(member) ?? member.name),
    });
  }
  for (const each of renames(shape, kept)) changes.push(each);
  for (const [old, now] of kept) for (const each of diffMember(shape, old, now)) changes.push(each);
  for (const each of added.map(({ entry, index }) => place.added(shape, entry, index))) changes.push(each);
  return changes;
}

function isEnum(shape: AggregateShape): boolean {
  return shape.kind === "enum" || shape.kind === "intEnum";
}

function hasDistinctValues(shape: AggregateShape): boolean {
  return new Set(shape.members.map(enumValue)).size === shape.members.length;
}

function renames(shape: string, kept: readonly (readonly [Member, Member])[]): EnumChange[] {
  return kept.flatMap(([old, now]) =>
    old.name === now.name
      ? []
      : [
          {
            kind: "enum.value.renamed",
            shape,
            value: enumValue(now),
            before: old.name,
            after: now.name,
          } as const,
        ],
  );
}

function diffMember(shape: string, old: Member, now: Member): Change[] {
  const changes: Change[] = [];
  if (old.target !== now.target) {
    changes.push({
      kind: "member.target.changed",
      shape,
      member: now.name,
      before: old.target,
      after: now.target,
    });
  }
  for (const each of diffTraits({ shape, member: now.name }, old.traits, now.traits)) changes.push(each);
  return changes;
}

const memberPlace = {
  removed: (shape: string, before: Member, index: number): MemberChange => ({
    kind: "member.removed",
    shape,
    member: before.name,
    index,
    before,
  }),
  added: (shape: string, after: Member, index: number): MemberChange => ({
    kind: "member.added",
    shape,
    member: after.name,
    index,
    after,
  }),
};

const enumValuePlace = {
  removed: (shape: string, before: Member, index: number): EnumChange => ({
    kind: "enum.value.removed",
    shape,
    member: before.name,
    value: enumValue(before),
    index,
    before,
  }),
  added: (shape: string, after: Member, index: number): EnumChange => ({
    kind: "enum.value.added",
    shape,
    member: after.name,
    value: enumValue(after),
    index,
    after,
  }),
};
