import type { ShapeId } from "@shapelog/model";
import type { ServiceRecord } from "../record/service-record.js";

const KNOWN = new WeakMap<ServiceRecord, Map<ShapeId, ReadonlySet<string>>>();

/** Keeps which anchors the page of an operation has, for links to it. */
export function rememberAnchors(record: ServiceRecord, operation: ShapeId, anchors: Iterable<string>): void {
  const known = KNOWN.get(record) ?? new Map<ShapeId, ReadonlySet<string>>();
  KNOWN.set(record, known);
  known.set(operation, new Set(anchors));
}

/** Returns the anchors an operation's page has; `undefined` while the page has not been made. */
export function recallAnchors(record: ServiceRecord, operation: ShapeId): ReadonlySet<string> | undefined {
  return KNOWN.get(record)?.get(operation);
}

/**
 * Returns the anchor that shows what another stands for: itself, or that of the innermost thing around it. Lists are
 * shown by their members, and what lies very deep by what it is in.
 */
export function nearestAnchor(shown: ReadonlySet<string>, anchor: string): string | undefined {
  for (let part = anchor; part !== ""; part = part.slice(0, Math.max(0, part.search(/[.=][^.=]*$/))))
    if (shown.has(part)) return part;
  return undefined;
}
