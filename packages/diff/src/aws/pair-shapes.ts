import type { ShapeId } from "@shapelog/model";
import type { AwsShape } from "./aws-shape.js";

/** A shape of the model after, with the shape before that stands in its place. */
export interface ShapePair {
  readonly after: AwsShape;
  readonly before: AwsShape;
  /** The pairs of members that both have, by name. */
  readonly members: readonly MemberPair[];
  /** Members that only the shape after has. */
  readonly added: readonly { readonly name: string; readonly target: AwsShape }[];
}

export interface MemberPair {
  readonly name: string;
  readonly pair: ShapePair;
}

/** The pairs of two graphs, each made once. */
export interface ShapePairs {
  readonly find: (after: AwsShape, before: AwsShape) => ShapePair;
  /** Returns whether something differs in a pair or anywhere below it, as far as awsapichanges looks. */
  readonly mayDiffer: (pair: ShapePair) => boolean;
}

/** Returns the pairs of two graphs. `touched` holds the shapes after that differ, or lead to one that does. */
export function createShapePairs(touched: ReadonlySet<ShapeId>): ShapePairs {
  const made = new Map<AwsShape, Map<AwsShape, ShapePair>>();
  const parents = new Map<ShapePair, ShapePair[]>();
  const dirty = new Set<ShapePair>();
  const walked = new Set<ShapePair>();

  const find = (after: AwsShape, before: AwsShape): ShapePair => {
    const known = made.get(after) ?? new Map<AwsShape, ShapePair>();
    made.set(after, known);
    const pair = known.get(before) ?? createPair(after, before, find);
    known.set(before, pair);
    return pair;
  };
  const markDirty = (pair: ShapePair) => {
    const pending = [pair];
    for (let each = pending.pop(); each; each = pending.pop()) {
      if (dirty.has(each)) continue;
      dirty.add(each);
      for (const parent of parents.get(each) ?? []) pending.push(parent);
    }
  };
  /** Whether a difference may be found from a pair on. */
  const mayReach = ({ after, before }: ShapePair) =>
    touched.has(after.shape.id) || after.shape.id !== before.shape.id;
  const walk = (root: ShapePair) => {
    if (walked.has(root)) return;
    walked.add(root);
    const pending = [root];
    for (let pair = pending.pop(); pair; pair = pending.pop()) {
      if (differs(pair)) markDirty(pair);
      for (const { pair: below } of pair.members) {
        const above = parents.get(below);
        if (above) above.push(pair);
        else parents.set(below, [pair]);
        if (dirty.has(below)) markDirty(pair);
        if (walked.has(below)) continue;
        walked.add(below);
        if (mayReach(below)) pending.push(below);
      }
    }
  };
  const mayDiffer = (pair: ShapePair) => {
    walk(pair);
    return dirty.has(pair);
  };
  return { find, mayDiffer };
}

function createPair(after: AwsShape, before: AwsShape, find: ShapePairs["find"]): ShapePair {
  let matched: { members: MemberPair[]; added: ShapePair["added"] } | undefined;
  const match = () => {
    matched ??= matchMembers(after, before, find);
    return matched;
  };
  return {
    after,
    before,
    // Made when first read: shapes may lead back to themselves.
    get members() {
      return match().members;
    },
    get added() {
      return match().added;
    },
  };
}

function matchMembers(after: AwsShape, before: AwsShape, find: ShapePairs["find"]) {
  const members: MemberPair[] = [];
  const added: { name: string; target: AwsShape }[] = [];
  if (after.class !== before.class) return { members, added };
  const known = new Map(before.members.map(({ name, target }) => [name, target]));
  for (const { name, target } of after.members) {
    const other = known.get(name);
    if (other) members.push({ name, pair: find(target, other) });
    else added.push({ name, target });
  }
  return { members, added };
}

/** Returns whether something differs in a pair itself. */
function differs({ after, before, added }: ShapePair): boolean {
  if (after.class !== before.class || added.length > 0) return true;
  return after.class === "simple" ? after.name !== before.name : !equalValueLists(after, before);
}

/** Returns whether two shapes list the same values in the same order. */
export function equalValueLists(after: AwsShape, before: AwsShape): boolean {
  const { values } = after;
  return (
    values.length === before.values.length && values.every((value, index) => value === before.values[index])
  );
}
