import { type Relationship, type Shape, type ShapeId, visitNeighbors } from "@shapelog/model";
import type { ValidationContext } from "../context.js";
import { addToList } from "./add-to-list.js";

/** A shape of the model that points at another. */
export interface Referrer {
  readonly from: Shape;
  readonly relationship: Relationship;
  /** The name of the member, identifier or property that points. */
  readonly name: string | undefined;
}

/** Returns what points at a shape: members of shapes, operations, resources, services. */
export function referrersOf(context: ValidationContext, id: ShapeId): readonly Referrer[] {
  return context.know(findReferrers).get(id) ?? [];
}

function findReferrers({ shapes }: ValidationContext): ReadonlyMap<ShapeId, readonly Referrer[]> {
  const referrers = new Map<ShapeId, Referrer[]>();
  for (const from of shapes) {
    visitNeighbors(from, (relationship, target, name) => {
      addToList(referrers, target, { from, relationship, name });
    });
  }
  return referrers;
}
