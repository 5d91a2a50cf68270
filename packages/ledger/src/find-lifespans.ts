import type { Change } from "@shapelog/changes";
import { isAggregate, memberId, type Shape, type ShapeId } from "@shapelog/model";
import type { Ledger, Revision } from "./ledger.js";

/** When something was in the model. Dates are `YYYY-MM-DD`. */
export interface Lifespan {
  readonly since: string;
  /** The revision that brought it. */
  readonly sinceRevision: string;
  /** The day it left; absent while it is there. */
  readonly removed?: string;
  readonly removedRevision?: string;
}

/** The lifespans of shapes and members, by their ids; an enum value goes by its member's id. Oldest first. */
export type Lifespans = ReadonlyMap<ShapeId, readonly Lifespan[]>;

/** Returns since when, and until when, each shape, member and enum value was there. */
export function findLifespans(ledger: Ledger): Lifespans {
  const spans = new Map<ShapeId, Lifespan[]>();
  for (const revision of ledger.revisions) {
    for (const change of revision.changes) {
      for (const id of endedBy(change)) addEnd(spans, id, revision);
      for (const id of begunBy(change)) addStart(spans, id, revision);
    }
  }
  return spans;
}

function begunBy(change: Change): ShapeId[] {
  switch (change.kind) {
    case "shape.added":
    case "shape.kind.changed":
      return idsOf(change.after);
    case "member.added":
    case "enum.value.added":
      return [memberId(change.shape, change.member)];
    case "enum.value.renamed":
      return [memberId(change.shape, change.after)];
    default:
      return [];
  }
}

function endedBy(change: Change): ShapeId[] {
  switch (change.kind) {
    case "shape.removed":
    case "shape.kind.changed":
      return idsOf(change.before);
    case "member.removed":
    case "enum.value.removed":
      return [memberId(change.shape, change.member)];
    case "enum.value.renamed":
      return [memberId(change.shape, change.before)];
    default:
      return [];
  }
}

function idsOf(shape: Shape): ShapeId[] {
  return isAggregate(shape)
    ? [shape.id, ...shape.members.map((member) => memberId(shape.id, member.name))]
    : [shape.id];
}

function addStart(spans: Map<ShapeId, Lifespan[]>, id: ShapeId, revision: Revision): void {
  const known = spans.get(id) ?? [];
  spans.set(id, [...known, { since: revision.date, sinceRevision: revision.id }]);
}

function addEnd(spans: Map<ShapeId, Lifespan[]>, id: ShapeId, revision: Revision): void {
  const known = spans.get(id) ?? [];
  const last = known.at(-1);
  if (last)
    spans.set(id, [...known.slice(0, -1), { ...last, removed: revision.date, removedRevision: revision.id }]);
}
