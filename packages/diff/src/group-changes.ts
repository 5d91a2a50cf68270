import type { Change, ShapeLevelChange } from "@shapelog/changes";
import { findMember, findShape, findSources, hasTrait, isAggregate, type ShapeId } from "@shapelog/model";
import { isBindingChange } from "./compare/bindings.js";
import type { Difference, RuleContext } from "./rule/rule.js";
import { findLostServices, findOperationsBelow } from "./service-reach.js";

/**
 * Returns the changes by the shape they are told at: mostly their own. What a service or resource binds is told at the
 * operations concerned, and a new shape that is a lost one under another name is told at the lost one.
 */
export function groupChanges(changes: readonly Change[], context: RuleContext): Difference[] {
  const lostNames = findRenamedShapes(changes, context);
  const byShape = new Map<ShapeId, ShapeLevelChange[]>();
  for (const change of changes) {
    if (!("shape" in change)) continue;
    for (const shape of findTellers(change, lostNames, context)) {
      const group = byShape.get(shape);
      if (group) group.push(change);
      else byShape.set(shape, [change]);
    }
  }
  return [...byShape].map(([shape, group]) => ({
    shape,
    before: context.before.shapes.get(shape),
    after: context.after.shapes.get(shape),
    changes: group,
  }));
}

function findTellers(
  change: ShapeLevelChange,
  lostNames: ReadonlyMap<ShapeId, ShapeId>,
  context: RuleContext,
): ReadonlySet<ShapeId> {
  if (change.kind === "shape.added") {
    const lost = lostNames.get(change.shape);
    if (lost !== undefined) return new Set([lost]);
  }
  if (isServiceChange(change)) return new Set([change.shape, ...findMoved(change.shape, context)]);
  if (!isBindingChange(change)) return new Set([change.shape]);
  const targets = "target" in change ? [change.target] : [change.before, change.after];
  const operations = targets.flatMap((target) =>
    isOperation(target, context) ? [target] : findMoved(target, context),
  );
  return new Set(operations.length === 0 ? [change.shape] : operations);
}

function isServiceChange(change: ShapeLevelChange): boolean {
  if (change.kind === "shape.added") return change.after.kind === "service";
  return change.kind === "shape.removed" && change.before.kind === "service";
}

function isOperation(id: ShapeId, { before, after }: RuleContext): boolean {
  return before.shapes.get(id)?.kind === "operation" || after.shapes.get(id)?.kind === "operation";
}

/** Returns the operations of both models below a service or resource that came to a service or left it. */
function findMoved(root: ShapeId, { before, after }: RuleContext): ShapeId[] {
  const below = new Set([...findOperationsBelow(before, root), ...findOperationsBelow(after, root)]);
  return [...below].filter(
    (id) =>
      before.shapes.has(id) &&
      after.shapes.has(id) &&
      findLostServices(id, before, after).length + findLostServices(id, after, before).length > 0,
  );
}

/** Shapes that differ in name alone are found among this many pairs of the same members; more are not unique. */
const COMPARED_PAIRS = 10_000;

const NONE: ReadonlyMap<ShapeId, ShapeId> = new Map();

/** Returns lost shapes by the new shape that is alike, only where neither is like another one. */
function findRenamedShapes(changes: readonly Change[], context: RuleContext): ReadonlyMap<ShapeId, ShapeId> {
  const removed = groupBySignature(changes, "shape.removed");
  if (removed.size === 0) return NONE;
  const added = groupBySignature(changes, "shape.added");
  const pairs = [...removed].flatMap(([signature, lost]) => {
    const found = added.get(signature) ?? [];
    if (lost.length * found.length > COMPARED_PAIRS) return [];
    return lost.flatMap((old) =>
      found.flatMap((now) => (context.compare(old, now).relation === "renamed" ? [{ old, now }] : [])),
    );
  });
  const uses = new Map<string, number>();
  for (const { old, now } of pairs) {
    for (const key of [`- ${old}`, `+ ${now}`]) uses.set(key, (uses.get(key) ?? 0) + 1);
  }
  const unique = pairs.filter(({ old, now }) => uses.get(`- ${old}`) === 1 && uses.get(`+ ${now}`) === 1);
  return new Map(findStanding(unique, context).map(({ old, now }) => [now, old]));
}

interface Renamed {
  readonly old: ShapeId;
  readonly now: ShapeId;
}

/**
 * Returns the pairs of which the new shape stands where the lost one stood: at the same member or operation, or in a pair
 * that does. What no shape points at on either side stands by itself.
 */
function findStanding(pairs: readonly Renamed[], { stated }: RuleContext): Renamed[] {
  const byOld = new Map(pairs.map((pair) => [pair.old, pair]));
  const standing = new Set<Renamed>();
  const open: Renamed[] = [];
  const add = (pair: Renamed) => {
    if (standing.has(pair)) return;
    standing.add(pair);
    open.push(pair);
  };
  const holders = new Map<Renamed, Renamed[]>();
  for (const pair of pairs) {
    const [before, after] = [findSources(stated.before, pair.old), findSources(stated.after, pair.now)];
    if (before.length + after.length === 0) add(pair);
    for (const id of before) {
      if (pointsAlike(stated, { old: id, now: id }, pair)) add(pair);
      const holder = byOld.get(id);
      if (holder && pointsAlike(stated, holder, pair))
        holders.set(holder, [...(holders.get(holder) ?? []), pair]);
    }
  }
  for (let pair = open.pop(); pair; pair = open.pop()) for (const held of holders.get(pair) ?? []) add(held);
  return pairs.filter((pair) => standing.has(pair));
}

/** Returns whether a shape, or what it is now, points at the new shape where it pointed at the lost one. */
function pointsAlike(
  { before, after }: RuleContext["stated"],
  holder: Renamed,
  { old, now }: Renamed,
): boolean {
  const [from, to] = [findShape(before, holder.old), findShape(after, holder.now)];
  if (from?.kind === "operation" && to?.kind === "operation")
    return (from.input === old && to.input === now) || (from.output === old && to.output === now);
  if (!from || !to || !isAggregate(from) || !isAggregate(to)) return false;
  return from.members.some(({ name, target }) => target === old && findMember(to, name)?.target === now);
}

/** Returns the ids of aggregate shapes that came or went, by their kind and the names of their members. */
function groupBySignature(
  changes: readonly Change[],
  kind: "shape.added" | "shape.removed",
): ReadonlyMap<string, readonly ShapeId[]> {
  const groups = new Map<string, ShapeId[]>();
  for (const change of changes) {
    if (change.kind !== kind) continue;
    const shape = change.kind === "shape.added" ? change.after : change.before;
    // The name of an error is its code on the wire: another name is another error.
    if (!isAggregate(shape) || shape.members.length === 0 || hasTrait(shape, "error")) continue;
    const signature = [shape.kind, ...shape.members.map(({ name }) => name)].join(" ");
    const group = groups.get(signature);
    if (group) group.push(shape.id);
    else groups.set(signature, [shape.id]);
  }
  return groups;
}
