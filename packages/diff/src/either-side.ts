import type { Change } from "@shapelog/changes";
import {
  type Direction,
  displayPath,
  findClosure,
  findPlaces,
  type PlaceCount,
  type Places,
  type ShapeId,
  type ShapeKind,
  type StepBudget,
} from "@shapelog/model";
import type { RuleContext } from "./rule/rule.js";

/** Kinds of shapes that hold no data. */
const BINDERS: ReadonlySet<ShapeKind> = new Set(["operation", "resource", "service"]);

/**
 * Returns the shapes that a change can take a place from, `before`, or bring to one, `after`; those below them can lose or
 * gain it, too. What goes or comes with a whole operation needs no looking for.
 */
function findTouched(change: Change, side: "before" | "after"): readonly ShapeId[] {
  const isLeaving = side === "before";
  switch (change.kind) {
    case "member.removed":
      return isLeaving ? [change.before.target] : [];
    case "member.added":
      return isLeaving ? [] : [change.after.target];
    case "member.target.changed":
    case "operation.input.changed":
    case "operation.output.changed":
      return [change[side]];
    case "operation.error.removed":
      return isLeaving ? [change.target] : [];
    case "operation.error.added":
      return isLeaving ? [] : [change.target];
    case "shape.removed":
      return isLeaving && !BINDERS.has(change.before.kind) ? [change.shape] : [];
    case "shape.added":
      return !isLeaving && !BINDERS.has(change.after.kind) ? [change.shape] : [];
    case "shape.kind.changed":
    case "members.reordered":
    case "operation.error.reordered":
      return [change.shape];
    default:
      return [];
  }
}

/**
 * Returns a function that finds the places where a shape stands in both of two models. A place that came or went is told
 * by the change that brought or took it: nobody reads or sends there what the shape was before and what it is now.
 */
export function createFindEitherSide(changes: readonly Change[], { before, after }: RuleContext) {
  const left = findClosure(
    before,
    changes.flatMap((change) => findTouched(change, "before")),
  );
  const come = findClosure(
    after,
    changes.flatMap((change) => findTouched(change, "after")),
  );
  const hasOtherErrors = changes.some(({ kind }) => OTHER_ERRORS.test(kind));
  const budget: StepBudget = { left: 2_000_000 + 200 * after.shapes.size };
  const isWanted = (operation: ShapeId) => before.shapes.has(operation);
  return (shape: ShapeId): Places => {
    const isTouched = hasOtherErrors || left.has(shape) || come.has(shape);
    return isTouched
      ? findPlaces([after, before], shape, { budget })
      : findPlaces([after], shape, { isWanted, budget });
  };
}

/** Returns the places of several shapes. */
export function joinPlaces(places: readonly Places[]): Places {
  const [only, ...others] = places;
  if (only && others.length === 0) return only;
  const counts = new Map<Direction, PlaceCount>();
  for (const direction of ["request", "response"] as const) {
    if (!places.some((each) => each.counts.has(direction))) continue;
    const sides = places.map((each) => countIn(each, direction));
    counts.set(direction, {
      count: sides.reduce((sum, { count }) => sum + count, 0),
      exact: sides.every(({ exact }) => exact),
    });
  }
  return { positions: places.flatMap(({ positions }) => positions), counts };
}

function countIn({ positions, counts }: Places, direction: Direction): PlaceCount {
  const listed = new Set(positions.filter((position) => position.direction === direction).map(displayPath));
  return counts.get(direction) ?? { count: listed.size, exact: true };
}

/** Kinds of changes by which a service can give an operation its common errors, or take them. */
const OTHER_ERRORS = /^(service|resource)\..*\.(added|removed|changed)$/;
