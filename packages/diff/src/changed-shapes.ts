import type { ShapeId } from "@shapelog/model";
import type { Change } from "./change.js";

/** Returns the ids of the shapes that changes name: all in which the two models differ. */
export function changedShapes(changes: readonly Change[]): ReadonlySet<ShapeId> {
  return new Set(changes.flatMap((change) => ("shape" in change ? [change.shape] : [])));
}
