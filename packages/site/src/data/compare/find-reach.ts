import type { Entry, PolicyFinding } from "@shapelog/diff";
import type { Position, ShapeId } from "@shapelog/model";
import { positionAnchor } from "../../names/anchor.js";
import type { ServiceRecord, ShapeRecord } from "../../record/service-record.js";
import { follow, joinStretches, type Stay, type Stretch } from "../../record/timeline.js";
import { nearestAnchor, recallAnchors } from "../../views/shown-anchors.js";

/** An operation that a finding reaches, and the anchor of the first place on its page; empty for the page itself. */
export interface ReachedOperation {
  readonly operation: ShapeRecord;
  readonly anchor: string;
}

/**
 * When the places of a finding were there, with the operations that have them. What a finding tells holds between two
 * revisions where at least one of its places was there at both.
 */
export interface Reach {
  readonly stretches: readonly Stretch[];
  readonly operations: readonly ReachedOperation[];
}

const ALWAYS: readonly Stretch[] = [{ from: 0, to: Number.POSITIVE_INFINITY }];

/** Returns the places of a finding, those of one time together. Findings that are about no operation hold always. */
export function findReach(record: ServiceRecord, entry: Entry, finding: PolicyFinding): Reach[] {
  const isWhole = finding.changes.some(
    ({ kind, ...change }) => WHOLE.has(kind) && "shape" in change && change.shape === finding.shape,
  );
  const timeOf = isWhole ? () => ALWAYS : createTimeOf(record, entry);
  const groups = new Map<string, Reach & { readonly operations: ReachedOperation[] }>();
  const add = (id: ShapeId, stretches: readonly Stretch[], anchor: string) => {
    const operation = record.operationsById.get(id);
    if (!operation) return;
    const key = stretches.map(({ from, to }) => `${from}-${to}`).join(" ");
    const group = groups.get(key) ?? { stretches, operations: [] };
    groups.set(key, group);
    if (group.operations.every((other) => other.operation !== operation))
      group.operations.push({ operation, anchor });
  };
  const placed = new Set<ShapeId>();
  for (const position of finding.positions) {
    placed.add(position.operation);
    const shown = recallAnchors(record, position.operation);
    add(
      position.operation,
      timeOf(position),
      (shown && nearestAnchor(shown, positionAnchor(position))) ?? "",
    );
  }
  for (const id of finding.operations) {
    const own = isWhole ? ALWAYS : record.operationsById.get(id)?.stretches;
    if (own && !placed.has(id)) add(id, own, "");
  }
  return groups.size === 0 ? [{ stretches: ALWAYS, operations: [] }] : [...groups.values()];
}

const WHOLE: ReadonlySet<string> = new Set(["shape.added", "shape.removed"]);

/** A member that came or went was not there at both ends; what it is in has to be. */
function createTimeOf(
  record: ServiceRecord,
  { member, value }: Entry,
): (position: Position) => readonly Stretch[] {
  const isMember = member !== undefined && value === undefined;
  return (position) => {
    const steps = stepsOf(position.path);
    return findPlace(record, position, isMember ? steps.slice(0, -1) : steps);
  };
}

function stepsOf(path: string): readonly string[] {
  const words: Readonly<Record<string, string>> = { "[]": "member", "{}": "value", "{key}": "key" };
  return (path.match(/\[\]|\{\}|\{key\}|[^.[\]{}]+/g) ?? []).map((step) => words[step] ?? step);
}

const KNOWN = new WeakMap<ServiceRecord, Map<string, readonly Stay[]>>();

function findPlace(
  record: ServiceRecord,
  { operation, direction, error }: Position,
  steps: readonly string[],
): readonly Stretch[] {
  const own = record.operationsById.get(operation)?.stretches ?? [];
  const root = error === undefined ? (direction === "request" ? "input" : "output") : `error ${error}`;
  const stays = findStays(record, { operation, own }, [root, ...steps]);
  // The errors of a service are those of its operations, which do not name them.
  return stays.length === 0 ? own : joinStretches(stays);
}

function findStays(
  record: ServiceRecord,
  { operation, own }: { readonly operation: ShapeId; readonly own: readonly Stretch[] },
  steps: readonly string[],
): readonly Stay[] {
  if (steps.length === 0) return own.map((stretch) => ({ ...stretch, target: operation }));
  const known = KNOWN.get(record) ?? new Map<string, readonly Stay[]>();
  KNOWN.set(record, known);
  const key = `${operation} ${steps.join(".")}`;
  const found =
    known.get(key) ??
    follow(record.timeline, findStays(record, { operation, own }, steps.slice(0, -1)), steps.at(-1) ?? "");
  known.set(key, found);
  return found;
}
