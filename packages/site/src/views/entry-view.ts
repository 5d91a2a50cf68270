import {
  countMore,
  displayPath,
  type Entry,
  type Finding,
  findingAnchor,
  onlyPath,
  type PolicyFinding,
  type Unaffected,
  type Verdict,
  withValue,
} from "@shapelog/diff";
import { type Direction, type Position, shapeName } from "@shapelog/model";
import type { Doc } from "../doc/doc.js";
import { positionAnchor } from "../names/anchor.js";
import { createOperationView } from "../pages/operation/operation-view.js";
import type { ServiceRecord } from "../record/service-record.js";
import { describeChange, type Fact } from "./facts.js";
import { type Ref, shapeRef } from "./service-ref.js";
import { nearestAnchor, recallAnchors } from "./shown-anchors.js";

/** One place an entry is met at. */
export interface PlaceView {
  readonly operation: Ref;
  readonly direction: Direction;
  readonly path: string;
  readonly url?: string;
}

/** What a rule says about an entry. */
export interface FindingView {
  /** Stays the same from revision to revision, and in every view of the same change. */
  readonly id: string;
  readonly rule: string;
  readonly verdict: Verdict;
  readonly wire: Finding["wire"];
  readonly source: Finding["source"];
  readonly bump: Finding["bump"];
  readonly typesBump: Finding["typesBump"];
  readonly message: string;
  readonly affected?: string;
  readonly action?: string;
  /** Who decided to live with it, when and why. */
  readonly accepted?: NonNullable<PolicyFinding["accepted"]>;
}

/** One entry of a change page: all that happened to one member or shape in one direction. */
export interface EntryView {
  /** The entry's anchor: that of its first finding. Each other finding has one of its own. */
  readonly id: string;
  /** What it is about: the shape, and the member where it is one. Entries of one subject are shown together. */
  readonly subject: string;
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
  /** Whether there are more of them still. */
  readonly morePlacesAtLeast?: true;
}

/** What decides how much an entry's view holds. */
export interface EntryViewOptions {
  readonly docOf: (text: string) => Doc;
  /** Default: 60. */
  readonly mostPlaces?: number;
}

const MOST_PLACES = 60;

/** Returns an entry as the page of its change shows it. */
export function createEntryView(
  record: ServiceRecord,
  entry: Entry,
  { docOf, mostPlaces = MOST_PLACES }: EntryViewOptions,
): EntryView {
  const positions = findDistinct(entry);
  const shown = positions.length > mostPlaces ? shortestFirst(positions) : positions;
  const changes = new Set(entry.findings.flatMap((finding) => finding.changes));
  const name = entryName(entry);
  return {
    id: findingAnchor(entry.findings[0]?.id ?? ""),
    subject: `${entry.shape} ${entry.member ?? ""}`,
    verdict: entry.verdict,
    ...(entry.direction ? { direction: entry.direction } : {}),
    name: entry.value === undefined ? name : withValue(onlyPath(entry) ?? shapeName(entry.shape), entry),
    shape: shapeRef(record, entry.shape, shapeName(entry.shape)),
    removed: entry.removed,
    added: entry.added,
    facts: [...changes].flatMap((change) => describeChange(change, docOf)),
    findings: entry.findings.map(createFindingView),
    unaffected: entry.unaffected,
    operations: entry.operations.map((id) => shapeRef(record, id, shapeName(id))),
    places: shown.slice(0, mostPlaces).map((position) => createPlaceView(record, position, docOf)),
    morePlaces: Math.max(0, positions.length - mostPlaces),
    ...(entry.findings.some(({ places }) => places !== undefined) ? { morePlacesAtLeast: true } : {}),
  };
}

/** Returns how many more places an entry has than are listed, such as `3 more`; nothing where it has no others. */
export function describeMore({
  morePlaces,
  morePlacesAtLeast,
}: Pick<EntryView, "morePlaces" | "morePlacesAtLeast">): string | undefined {
  return countMore({ count: morePlaces, exact: morePlacesAtLeast !== true }, 0);
}

/** Returns how an entry is called: by its only path, or else by its shape. */
export function entryName(entry: Entry): string {
  const only = onlyPath(entry);
  if (only !== undefined) return only;
  const own = shapeName(entry.shape);
  return entry.member === undefined ? own : `${own}.${entry.member}`;
}

function createFindingView({
  id,
  rule,
  verdict,
  wire,
  source,
  bump,
  typesBump,
  message,
  affected,
  action,
  accepted,
}: PolicyFinding): FindingView {
  return {
    ...{ id, rule, verdict, wire, source, bump, typesBump, message },
    ...(affected === undefined ? {} : { affected }),
    ...(action === undefined ? {} : { action }),
    ...(accepted === undefined ? {} : { accepted }),
  };
}

function createPlaceView(
  record: ServiceRecord,
  position: Position,
  docOf: EntryViewOptions["docOf"],
): PlaceView {
  const anchor = nearestAnchor(anchorsOf(record, position.operation, docOf), positionAnchor(position));
  const operation = shapeRef(record, position.operation, shapeName(position.operation));
  return {
    operation,
    direction: position.direction,
    path: displayPath(position),
    ...(operation.url === undefined
      ? {}
      : { url: anchor === undefined ? operation.url : `${operation.url}#${anchor}` }),
  };
}

/** Pages of operations are made first; where one is not, its trees are made to see what it would show. */
function anchorsOf(record: ServiceRecord, id: string, docOf: EntryViewOptions["docOf"]): ReadonlySet<string> {
  const operation = record.operationsById.get(id);
  if (operation && !recallAnchors(record, id)) createOperationView(record, operation, docOf);
  return recallAnchors(record, id) ?? new Set();
}

function findDistinct(entry: Entry): Position[] {
  const found = new Map<string, Position>();
  for (const { positions } of entry.findings) {
    for (const position of positions)
      found.set(`${position.operation} ${positionAnchor(position)}`, position);
  }
  return [...found.values()];
}

function shortestFirst(positions: readonly Position[]): readonly Position[] {
  const lengthOf = ({ path }: Position) => path.match(/[.[{]/g)?.length ?? 0;
  const lengths = new Map(positions.map((position) => [position, lengthOf(position)]));
  return [...positions].sort((a, b) => (lengths.get(a) ?? 0) - (lengths.get(b) ?? 0));
}
