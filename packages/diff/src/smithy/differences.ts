import type { Change, MetadataChange } from "@shapelog/changes";
import {
  equalNodes,
  isAggregate,
  type Member,
  type Model,
  memberId,
  type NodeValue,
  type Shape,
  type ShapeId,
  type Traits,
} from "@shapelog/model";

/** A shape or a member; smithy-diff takes both for shapes. */
export interface Side {
  readonly id: ShapeId;
  /** The shape itself, or the member's container. */
  readonly shape: Shape;
  readonly member?: Member;
  readonly traits: Traits;
}

/** A shape or member that both models have. */
export interface ChangedSide {
  readonly before: Side;
  readonly after: Side;
}

/** What smithy-diff's evaluators look at. */
export interface Differences {
  readonly before: Model;
  readonly after: Model;
  readonly added: readonly Side[];
  readonly removed: readonly Side[];
  readonly changed: readonly ChangedSide[];
  readonly metadata: readonly MetadataChange[];
}

/** Returns changes as smithy-diff sees them: members are shapes of their own. */
export function createDifferences(changes: readonly Change[], before: Model, after: Model): Differences {
  const ids = new Set(changes.flatMap((change) => ("shape" in change ? [change.shape] : [])));
  const added: Side[] = [];
  const removed: Side[] = [];
  const changed: ChangedSide[] = [];
  for (const id of ids) {
    const [left, right] = [before.shapes.get(id), after.shapes.get(id)];
    if (left && right) {
      changed.push({ before: sideOf(left), after: sideOf(right) });
      compareMembers(left, right, { added, removed, changed });
    } else if (right) {
      added.push(sideOf(right));
    } else if (left) {
      removed.push(sideOf(left));
    }
  }
  const metadata = changes.filter((change): change is MetadataChange => "key" in change);
  return { before, after, added, removed, changed, metadata };
}

interface Lists {
  readonly added: Side[];
  readonly removed: Side[];
  readonly changed: ChangedSide[];
}

function compareMembers(left: Shape, right: Shape, lists: Lists): void {
  const before = new Map(membersOf(left).map((member) => [member.name, member]));
  const after = new Map(membersOf(right).map((member) => [member.name, member]));
  for (const [name, member] of before) {
    const other = after.get(name);
    if (!other) lists.removed.push(sideOf(left, member));
    else if (member.target !== other.target || !equalNodes(member.traits, other.traits))
      lists.changed.push({ before: sideOf(left, member), after: sideOf(right, other) });
  }
  for (const [name, member] of after) if (!before.has(name)) lists.added.push(sideOf(right, member));
}

/** Returns a shape's members, none where it has none. */
export function membersOf(shape: Shape): readonly Member[] {
  return isAggregate(shape) ? shape.members : [];
}

/** Returns a shape or one of its members as a side of a difference. */
export function sideOf(shape: Shape, member?: Member): Side {
  return member === undefined
    ? { id: shape.id, shape, traits: shape.traits }
    : { id: memberId(shape.id, member.name), shape, member, traits: member.traits };
}

/** Returns the type of a side, in Smithy's words. */
export function typeOf(side: Side): string {
  return side.member ? "member" : side.shape.kind;
}

/** Returns whether a side has a trait of the prelude. */
export function has(side: { readonly traits: Traits }, name: string): boolean {
  return Object.hasOwn(side.traits, `smithy.api#${name}`);
}

/** A trait on both sides of a change; `undefined` where it is not. */
export interface TraitPair {
  readonly id: string;
  readonly before: NodeValue | undefined;
  readonly after: NodeValue | undefined;
}

/** Returns the traits that differ, sorted by id. */
export function traitDifferences({ before, after }: ChangedSide): TraitPair[] {
  const ids = new Set([...Object.keys(before.traits), ...Object.keys(after.traits)]);
  return [...ids]
    .sort()
    .map((id) => ({ id, before: before.traits[id], after: after.traits[id] }))
    .filter((pair) => !equalNodes(pair.before, pair.after));
}
