import type { Finding } from "@shapelog/diff";
import type { Removal } from "./removal.js";

type Change = Finding["changes"][number];

/** Returns how directly a change is what a removal comes from: 0 for the thing itself, more for what leads to it. */
function rankChange(change: Change, removal: Removal): number | undefined {
  const { kind, shape, member } = removal;
  switch (change.kind) {
    case "shape.removed":
      return change.shape === shape && member === undefined ? 0 : undefined;
    case "shape.kind.changed":
      return change.shape === shape ? 1 : undefined;
    case "member.removed":
    case "enum.value.removed":
      if (change.member !== member) return undefined;
      // A member of a mixin goes from all shapes that have it.
      return change.shape === shape ? 0 : 2;
    case "enum.value.renamed":
      return change.shape === shape && change.before === member ? 0 : undefined;
    case "mixins.changed":
      return change.shape === shape && member !== undefined ? 1 : undefined;
    case "member.target.changed":
    case "operation.input.changed":
    case "operation.output.changed":
      return kind === "shape" && change.before === shape ? 1 : undefined;
    case "operation.error.removed":
    case "service.error.removed":
      return kind === "error" && change.target === shape ? 0 : undefined;
    case "resource.lifecycle.removed":
    case "service.operation.removed":
    case "resource.operation.removed":
    case "resource.collectionOperation.removed":
      return kind === "operation" && change.target === shape ? 1 : undefined;
    default:
      return undefined;
  }
}

/** Returns whether a finding tells of a removal: it explains a change that the removal comes from. */
export function tellsOf({ shape, shapes = [shape], changes }: Finding, removal: Removal): boolean {
  const isOfShape = shapes.includes(removal.shape);
  return changes.some((change) => (rankChange(change, removal) ?? 9) < (isOfShape ? 3 : 2));
}

/** Returns the place among changes of the one that a removal comes from most directly, or -1. */
export function findRemovingChange(changes: readonly Change[], removal: Removal): number {
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  changes.forEach((change, index) => {
    const rank = rankChange(change, removal) ?? Number.POSITIVE_INFINITY;
    if (rank < least) [best, least] = [index, rank];
  });
  return best;
}
