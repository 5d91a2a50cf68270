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
  /** The day since which it is `@deprecated`, the last time where it was so more than once; absent where it is not. */
  readonly deprecated?: string;
  readonly deprecatedRevision?: string;
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
      for (const id of deprecatedBy(change)) changeLast(spans, id, (span) => deprecate(span, revision));
      for (const id of restoredBy(change)) changeLast(spans, id, restore);
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

const DEPRECATED = "smithy.api#deprecated";

function deprecatedBy(change: Change): ShapeId[] {
  switch (change.kind) {
    case "shape.added":
    case "shape.kind.changed": {
      const { after } = change;
      const members = isAggregate(after) ? after.members.filter(({ traits }) => DEPRECATED in traits) : [];
      const own = DEPRECATED in after.traits ? [after.id] : [];
      return [...own, ...members.map(({ name }) => memberId(after.id, name))];
    }
    case "member.added":
    case "enum.value.added":
      return DEPRECATED in change.after.traits ? [memberId(change.shape, change.member)] : [];
    default:
      return change.kind === "trait.added" && change.trait === DEPRECATED ? [placeOf(change)] : [];
  }
}

function restoredBy(change: Change): ShapeId[] {
  return change.kind === "trait.removed" && change.trait === DEPRECATED ? [placeOf(change)] : [];
}

function placeOf({ shape, member }: { readonly shape: ShapeId; readonly member?: string }): ShapeId {
  return member === undefined ? shape : memberId(shape, member);
}

function deprecate(span: Lifespan, { id, date }: Revision): Lifespan {
  return { ...span, deprecated: date, deprecatedRevision: id };
}

function restore({ deprecated: _, deprecatedRevision: __, ...span }: Lifespan): Lifespan {
  return span;
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

function addEnd(spans: Map<ShapeId, Lifespan[]>, id: ShapeId, { id: removedRevision, date }: Revision): void {
  changeLast(spans, id, (span) => ({ ...span, removed: date, removedRevision }));
}

function changeLast(
  spans: Map<ShapeId, Lifespan[]>,
  id: ShapeId,
  change: (span: Lifespan) => Lifespan,
): void {
  const known = spans.get(id) ?? [];
  const last = known.at(-1);
  if (last) spans.set(id, [...known.slice(0, -1), change(last)]);
}
