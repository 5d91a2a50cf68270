import { compareCodeUnits, equalNodes, type ShapeId, type Traits } from "@shapelog/model";
import type { TraitChange } from "./change.js";

/** Where traits stand: on a shape, or on one of its members. */
export interface TraitOwner {
  readonly shape: ShapeId;
  readonly member?: string;
}

/** Returns the differences of two maps of traits, sorted by trait id. */
export function diffTraits(owner: TraitOwner, before: Traits, after: Traits): TraitChange[] {
  if (equalNodes(before, after)) return [];
  const changes: TraitChange[] = [];
  for (const trait of Object.keys({ ...before, ...after }).sort(compareCodeUnits)) {
    const old = before[trait];
    const now = after[trait];
    if (old === undefined && now !== undefined)
      changes.push({ kind: "trait.added", ...owner, trait, after: now });
    else if (old !== undefined && now === undefined)
      changes.push({ kind: "trait.removed", ...owner, trait, before: old });
    else if (old !== undefined && now !== undefined && !equalNodes(old, now)) {
      changes.push({ kind: "trait.changed", ...owner, trait, before: old, after: now });
    }
  }
  return changes;
}
