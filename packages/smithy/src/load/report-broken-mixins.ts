import { isAggregate, type Shape, type ShapeId } from "@shapelog/model";
import { smithyDiagnostics } from "../diagnostics.js";
import { fixedMembers } from "./check-mixins.js";
import type { Loading } from "./loading.js";

/**
 * Returns the shapes that have a list or map without its member, key or value as a mixin, directly or through others,
 * and reports them: what such a mixin gives cannot be known. `mixed` has the shapes with mixins, each after its mixins.
 */
export function reportBrokenMixins(loading: Loading, mixed: readonly ShapeId[]): ReadonlySet<ShapeId> {
  const broken = new Set<ShapeId>();
  for (const id of mixed) {
    const shape = loading.shapes.get(id);
    if (shape?.kind !== "list" && shape?.kind !== "map") continue;
    for (const mixin of shape.mixins ?? []) {
      const lacks = findMissing(shape, loading.shapes.get(mixin));
      if (lacks.length === 0 && !broken.has(mixin)) continue;
      broken.add(id);
      const data = { id, mixin, lacks };
      loading.diagnostics.push(smithyDiagnostics.create("broken-mixin", loading.locate(id), data));
    }
  }
  return broken;
}

/** Returns what a mixin lacks that has no mixins itself; those that have are looked at as the shapes that they are. */
function findMissing(shape: Shape, mixin: Shape | undefined): readonly string[] {
  if (!mixin || !isAggregate(mixin) || mixin.kind !== shape.kind) return [];
  if (mixin.mixins !== undefined && mixin.mixins.length > 0) return [];
  return fixedMembers(mixin).filter((field) => !mixin.members.some(({ name }) => name === field));
}
