import { type Change, invert } from "@shapelog/changes";
import { findClosure, findPositions, type Position, type ShapeId, type ShapeKind } from "@shapelog/model";
import type { RuleContext } from "./rule/rule.js";

/** Kinds of shapes that hold no data. */
const BINDERS: ReadonlySet<ShapeKind> = new Set(["operation", "resource", "service"]);

/**
 * Returns the shapes that a change can take a place from; those below them can lose it, too. What goes with a whole
 * operation needs no looking for.
 */
function findLeaving(change: Change): readonly ShapeId[] {
  switch (change.kind) {
    case "member.removed":
      return [change.before.target];
    case "member.target.changed":
    case "operation.input.changed":
    case "operation.output.changed":
      return [change.before];
    case "operation.error.removed":
      return [change.target];
    case "shape.removed":
      return BINDERS.has(change.before.kind) ? [] : [change.shape];
    case "shape.kind.changed":
    case "members.reordered":
    case "operation.error.reordered":
      return [change.shape];
    default:
      return [];
  }
}

/** Returns the shapes that a change can bring to a place. */
function findComing(change: Change): readonly ShapeId[] {
  return invert([change]).flatMap(findLeaving);
}

/**
 * Returns a function that finds the places where a shape stands in both of two models, as the second has them; where
 * it stands in no place in both, those of either. A place that came or went is told by the change that brought or took
 * it: nobody reads or sends there what the shape was before and what it is now.
 */
export function createFindEitherSide(changes: readonly Change[], { before, after }: RuleContext) {
  const left = findClosure(before, changes.flatMap(findLeaving));
  const come = findClosure(after, changes.flatMap(findComing));
  const hasOtherErrors = changes.some(({ kind }) => OTHER_ERRORS.test(kind));
  return (shape: ShapeId): Position[] => {
    const now = findPositions(after, shape);
    const isTouched = hasOtherErrors || left.has(shape) || come.has(shape);
    const kept = now.filter(({ operation }) => before.shapes.has(operation));
    if (!isTouched && kept.length > 0) return kept;
    const old = findPositions(before, shape);
    const both = [...inBoth(now, old), ...inBoth(old, now)];
    return keepFirst(both.length > 0 ? both : [...now, ...old]);
  };
}

/** Kinds of changes by which a service can give an operation its common errors, or take them. */
const OTHER_ERRORS = /^(service|resource)\..*\.(added|removed|changed)$/;

/** From so many on the places below one root are not all listed, so that one of them may be in the other model, too. */
const LISTED = 100;

/** Returns the places that the other model has, or may have without listing them. */
function inBoth(positions: readonly Position[], others: readonly Position[]): Position[] {
  const listed = new Map<string, Set<string>>();
  for (const position of others) {
    const key = rootKey(position);
    const paths = listed.get(key);
    if (paths) paths.add(position.path);
    else listed.set(key, new Set([position.path]));
  }
  return positions.filter((position) => {
    const paths = listed.get(rootKey(position));
    return paths !== undefined && (paths.size >= LISTED || paths.has(position.path));
  });
}

function keepFirst(positions: readonly Position[]): Position[] {
  const unique = new Map<string, Position>();
  for (const position of positions) {
    const key = `${rootKey(position)} ${position.path}`;
    if (!unique.has(key)) unique.set(key, position);
  }
  return [...unique.values()];
}

function rootKey({ operation, direction, error }: Position): string {
  return `${operation} ${direction} ${error ?? ""}`;
}
