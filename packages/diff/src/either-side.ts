import { findClosure, findPositions, type Position, type ShapeId } from "@shapelog/model";
import type { Change, ChangeKind } from "./change.js";
import type { RuleContext } from "./rule.js";

/** The kinds of changes by which a shape can leave a place. What comes to a place is found in the second model. */
const LEAVING: ReadonlySet<ChangeKind> = new Set<ChangeKind>([
  "shape.removed",
  "shape.kind.changed",
  "member.removed",
  "member.target.changed",
  "members.reordered",
  "operation.input.changed",
  "operation.output.changed",
  "operation.error.removed",
  "operation.error.reordered",
]);

/**
 * Returns a function that finds the places where a shape stands in either of two models, those of the second first.
 * Only below shapes that lost something can there be places that the first model has and the second has not.
 */
export function createFindEitherSide(changes: readonly Change[], { before, after }: RuleContext) {
  const leaving = changes.flatMap((change) =>
    "shape" in change && LEAVING.has(change.kind) ? [change.shape] : [],
  );
  const touched = findClosure(before, leaving);
  const hasOtherErrors = changes.some(({ kind }) => OTHER_ERRORS.test(kind));
  return (shape: ShapeId): Position[] => {
    const now = findPositions(after, shape);
    if (!hasOtherErrors && !touched.has(shape)) return now;
    const unique = new Map(now.map((position) => [positionKey(position), position]));
    for (const position of findPositions(before, shape)) {
      const key = positionKey(position);
      if (!unique.has(key)) unique.set(key, position);
    }
    return [...unique.values()];
  };
}

/** Kinds of changes by which a service can take its common errors from an operation. */
const OTHER_ERRORS = /^(service|resource)\..*\.(removed|changed)$/;

function positionKey(position: Position): string {
  return `${position.operation} ${position.direction} ${position.error ?? ""} ${position.path}`;
}
