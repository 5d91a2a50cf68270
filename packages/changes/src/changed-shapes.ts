import type { ShapeId } from "@shapelog/model";
import type { Change } from "./change.js";

const NAMED = new WeakMap<readonly Change[], ReadonlySet<ShapeId>>();

/** Returns the ids of the shapes that changes name: all in which the two models differ. Each list is looked at once. */
export function changedShapes(changes: readonly Change[]): ReadonlySet<ShapeId> {
  const known = NAMED.get(changes);
  if (known) return known;
  const named = new Set<ShapeId>();
  for (const change of changes) if ("shape" in change) named.add(change.shape);
  NAMED.set(changes, named);
  return named;
}
