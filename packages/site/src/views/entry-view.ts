import { displayPath, type Entry, type Finding, type Unaffected, type Verdict } from "@shapelog/diff";
import { type Direction, type Position, type ShapeId, shapeName } from "@shapelog/model";
import { positionAnchor } from "../names/anchor.js";
import { hashText } from "../names/hash-text.js";
import type { RevisionRecord, ServiceRecord } from "../record/service-record.js";
import { describeChange, type Fact } from "./facts.js";
import { type Ref, shapeRef } from "./service-ref.js";

/** One place an entry is met at. */
export interface PlaceView {
  readonly operation: Ref;
  readonly direction: Direction;
  readonly path: string;
  readonly url?: string;
}

/** What a rule says about an entry. */
export interface FindingView {
  readonly rule: string;
  readonly verdict: Verdict;
  readonly wire: Finding["wire"];
  readonly source: Finding["source"];
  readonly bump: Finding["bump"];
  readonly message: string;
  readonly affected?: string;
  readonly action?: string;
}

/** One entry of a change page: all that happened to one member or shape in one direction. */
export interface EntryView {
  /** The entry's anchor; made from what it is about, never from its wording or order. */
  readonly id: string;
  readonly verdict: Verdict;
  readonly direction?: Direction;
  /** The path where there is one, else the shape. */
  readonly name: string;
  readonly shape: Ref;
  readonly removed: readonly (string | number)[];
  readonly added: readonly (string | number)[];
  readonly facts: readonly Fact[];
  readonly findings: readonly FindingView[];
  readonly unaffected: readonly Unaffected[];
  readonly operations: readonly Ref[];
  readonly places: readonly PlaceView[];
  /** How many more places there are than `places` lists. */
  readonly morePlaces: number;
}

const MOST_PLACES = 60;

/** Returns a revision's entries as its page shows them. */
export function createEntryViews(record: ServiceRecord, revision: RevisionRecord): EntryView[] {
  const taken = new Set<string>();
  return revision.entries.map((entry) => {
    const view = createEntryView(record, revision, entry);
    const id = taken.has(view.id) ? `${view.id}-${taken.size}` : view.id;
    taken.add(id);
    return { ...view, id };
  });
}

function createEntryView(record: ServiceRecord, revision: RevisionRecord, entry: Entry): EntryView {
  const positions = findDistinct(entry);
  const changes = new Set(entry.findings.flatMap((finding) => finding.changes));
  const name = entryName(entry);
  const key = [
    ...[...changes].map((change) => change.kind).sort(),
    record.id,
    entry.shape,
    entry.member ?? "",
    entry.direction ?? "",
    name,
    revision.revision.id,
  ];
  return {
    id: `c-${hashText(key.join("|"))}`,
    verdict: entry.verdict,
    ...(entry.direction ? { direction: entry.direction } : {}),
    name,
    shape: shapeRef(record, entry.shape, shapeName(entry.shape)),
    removed: entry.removed,
    added: entry.added,
    facts: [...changes].flatMap(describeChange),
    findings: entry.findings.map(createFindingView),
    unaffected: entry.unaffected,
    operations: entry.operations.map((id) => shapeRef(record, id, shapeName(id))),
    places: positions.slice(0, MOST_PLACES).map((position) => createPlaceView(record, position)),
    morePlaces: Math.max(0, positions.length - MOST_PLACES),
  };
}

/** Returns how an entry is called: by its only path, or else by its shape. */
export function entryName(entry: Entry): string {
  const [only] = entry.paths;
  if (entry.paths.length === 1 && only !== undefined) return only;
  const own = shapeName(entry.shape);
  return entry.member === undefined ? own : `${own}.${entry.member}`;
}

function createFindingView({
  rule,
  verdict,
  wire,
  source,
  bump,
  message,
  affected,
  action,
}: Finding): FindingView {
  return {
    ...{ rule, verdict, wire, source, bump, message },
    ...(affected === undefined ? {} : { affected }),
    ...(action === undefined ? {} : { action }),
  };
}

function createPlaceView(record: ServiceRecord, position: Position): PlaceView {
  const operation = shapeRef(record, position.operation, shapeName(position.operation));
  return {
    operation,
    direction: position.direction,
    path: displayPath(position),
    ...(operation.url === undefined ? {} : { url: `${operation.url}#${positionAnchor(position)}` }),
  };
}

function findDistinct(entry: Entry): Position[] {
  const found = new Map<string, Position>();
  for (const { positions } of entry.findings) {
    for (const position of positions)
      found.set(`${position.operation} ${positionAnchor(position)}`, position);
  }
  return [...found.values()];
}

/** Returns the positions of an entry inside one operation, as paths. */
export function pathsWithin(entry: Entry, operation: ShapeId): string[] {
  const positions = findDistinct(entry).filter((position) => position.operation === operation);
  return [...new Set(positions.map(displayPath))];
}
