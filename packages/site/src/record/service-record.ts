import type { Diagnostic } from "@shapelog/diagnostics";
import {
  bumpSentence,
  createEntries,
  describeBump,
  type Entry,
  judge,
  type Summary,
  summarize,
  titleOf,
  type Verdict,
  withAccepted,
  worstVerdict,
} from "@shapelog/diff";
import { type Revision, replaySteps, type Step } from "@shapelog/ledger";
import {
  compareCodeUnits,
  type Direction,
  findDirections,
  isAggregate,
  type Model,
  type Shape,
  type ShapeId,
  shapeName,
  UNIT,
} from "@shapelog/model";
import { siteDiagnostics } from "../diagnostics.js";
import { LETTER_SEGMENTS } from "../names/letter-segments.js";
import { assignSegments, pathSegment } from "../names/path-segment.js";
import type { SiteService, SourceLinks } from "../options.js";
import { addToGroup } from "./add-to-group.js";
import { findReaches, type ReachOfShape } from "./reach.js";
import { findStretches, type Stretch, shapeAt, startTimeline, type Timeline } from "./timeline.js";

/** One revision and what it means to readers. */
export interface RevisionRecord {
  readonly time: number;
  readonly revision: Revision;
  readonly url: string;
  readonly verdict: Verdict;
  /** The first revision of a record tells of no change: it is where the record starts. */
  readonly baseline: boolean;
  readonly entries: readonly Entry[];
  readonly summary: Summary;
  /** The release that it asks for and why, as a sentence of Markdown. */
  readonly release: string | undefined;
}

/** What one revision did to one operation. */
export interface OperationChange {
  readonly revision: RevisionRecord;
  readonly entries: readonly Entry[];
}

/** An operation or type that is, or was, in the model. */
export interface ShapeRecord {
  readonly id: ShapeId;
  readonly name: string;
  readonly url: string;
  readonly shape: Shape;
  readonly stretches: readonly Stretch[];
  /** The last time it was there; the site's now, unless it was removed. */
  readonly at: number;
}

/** A member that points at a shape. */
export interface Use {
  readonly container: ShapeId;
  readonly member: string;
}

/** Everything pages ask about one service, worked out once. */
export interface ServiceRecord {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  readonly packageName: string | undefined;
  readonly formerIds: readonly string[];
  readonly links: SourceLinks;
  readonly model: Model;
  readonly timeline: Timeline;
  /** Oldest first. */
  readonly revisions: readonly RevisionRecord[];
  readonly operations: readonly ShapeRecord[];
  readonly operationsById: ReadonlyMap<ShapeId, ShapeRecord>;
  readonly types: readonly ShapeRecord[];
  readonly urls: ReadonlyMap<ShapeId, string>;
  /** Newest first. */
  readonly operationChanges: ReadonlyMap<ShapeId, readonly OperationChange[]>;
  /** Newest first; by the shape that changed. */
  readonly shapeChanges: ReadonlyMap<ShapeId, readonly OperationChange[]>;
  readonly directions: ReadonlyMap<ShapeId, ReadonlySet<Direction>>;
  readonly uses: ReadonlyMap<ShapeId, readonly Use[]>;
  readonly reaches: ReadonlyMap<ShapeId, ReachOfShape>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Replays a service's ledger once and works out what its pages ask. */
export function createServiceRecord(service: SiteService, links: SourceLinks = {}): ServiceRecord {
  const { id, packageName } = service;
  const { revisions, timeline, model, title, diagnostics } = replayService(service);
  const { operations, types } = findShapes(id, timeline, model);
  const isBehind = revisions.length > 0 && timeline.now === revisions.length && diagnostics.length === 0;
  const last = revisions.at(-1)?.revision.id ?? "none";
  return {
    id,
    title: service.title ?? title ?? id,
    url: `/api/${id}/`,
    packageName,
    formerIds: service.formerIds ?? [],
    links,
    model,
    timeline,
    revisions,
    operations,
    operationsById: new Map(operations.map((operation) => [operation.id, operation])),
    types,
    urls: findUrls(operations, types),
    operationChanges: groupChanges(revisions, (entry) => entry.operations),
    shapeChanges: groupChanges(revisions, (entry) => [entry.shape]),
    directions: findDirections(model),
    uses: findUses(model),
    reaches: findReaches(model),
    diagnostics: isBehind
      ? [siteDiagnostics.create("ledger-behind-model", undefined, { service: id, last })]
      : diagnostics,
  };
}

/** Each step is judged as it comes, so that no more than two models of the past are in memory. */
function replayService(service: SiteService) {
  const replaying = replaySteps(service.ledger);
  const growing = startTimeline();
  const revisions: RevisionRecord[] = [];
  /** Of a service that is gone, the last one it had. */
  let title: string | undefined;
  for (;;) {
    const next = replaying.next();
    if (next.done) {
      const { model = next.value.model } = service;
      title = titleOf(model) ?? title;
      return { revisions, timeline: growing.end(model), model, title, diagnostics: next.value.diagnostics };
    }
    title = titleOf(next.value.after) ?? title;
    growing.add(next.value);
    revisions.push(createRevisionRecord(service, next.value, revisions.length));
  }
}

function createRevisionRecord({ id, bump }: SiteService, step: Step, time: number): RevisionRecord {
  const { revision, before, after } = step;
  const baseline = revision.before === null;
  const compared = {
    title: id,
    before: { label: id, model: before },
    after: { label: id, model: after },
    changes: revision.changes,
    findings: baseline ? [] : judge(revision.changes, { before, after }),
    ...(bump === undefined ? {} : { bumpScope: bump }),
  };
  const comparison = withAccepted(compared, revision.accepted ?? []);
  const reason = describeBump(comparison);
  const entries = createEntries(comparison);
  const version = revision.source?.version;
  const segment = version === undefined ? revision.id : `${revision.id}-${version}`;
  return {
    time,
    revision,
    url: `/changes/${id}/${pathSegment(segment)}/`,
    verdict: worstVerdict(entries.map((entry) => entry.verdict)),
    baseline,
    entries,
    summary: summarize(comparison, entries),
    release: reason && bumpSentence(reason),
  };
}

/** The kinds of shapes that have a page of their own; others are shown where they are used. */
const PAGE_KINDS: ReadonlySet<string> = new Set(["structure", "union", "enum", "intEnum"]);

function findShapes(
  service: string,
  timeline: Timeline,
  model: Model,
): { readonly operations: ShapeRecord[]; readonly types: ShapeRecord[] } {
  const records = [...timeline.versions.keys()].flatMap((id): Omit<ShapeRecord, "url">[] => {
    const stretches = findStretches(timeline, id);
    const last = stretches.at(-1);
    if (!last) return [];
    const at = Math.min(timeline.now, last.to - 1);
    const shape = model.shapes.get(id) ?? shapeAt(timeline, id, at);
    return shape ? [{ id, name: shapeName(id), shape, stretches, at }] : [];
  });
  records.sort((a, b) => compareCodeUnits(a.name, b.name) || compareCodeUnits(a.id, b.id));
  const operations = records.filter(({ shape }) => shape.kind === "operation");
  const roots = new Set(
    operations.flatMap(({ shape }) => (shape.kind === "operation" ? [shape.input, shape.output] : [])),
  );
  const types = records.filter(({ id, shape }) => PAGE_KINDS.has(shape.kind) && !roots.has(id));
  return {
    operations: withUrls(operations, `/api/${service}/`, ["types"]),
    types: withUrls(types, `/api/${service}/types/`, LETTER_SEGMENTS),
  };
}

/** Inputs and outputs are shown on the page of the operation that uses them. */
function findUrls(operations: readonly ShapeRecord[], types: readonly ShapeRecord[]): Map<ShapeId, string> {
  const urls = new Map<ShapeId, string>();
  for (const { shape, url } of operations) {
    if (shape.kind === "operation")
      urls.set(shape.input, `${url}#request`).set(shape.output, `${url}#response`);
  }
  for (const { id, url } of [...operations, ...types]) urls.set(id, url);
  urls.delete(UNIT);
  return urls;
}

function withUrls(
  records: readonly Omit<ShapeRecord, "url">[],
  base: string,
  reserved?: readonly string[],
): ShapeRecord[] {
  const byAge = [...records].sort(
    (a, b) => (a.stretches[0]?.from ?? 0) - (b.stretches[0]?.from ?? 0) || compareCodeUnits(a.id, b.id),
  );
  const segments = assignSegments(byAge, reserved);
  return records.map((record) => ({ ...record, url: `${base}${segments.get(record.id) ?? ""}/` }));
}

function groupChanges(
  revisions: readonly RevisionRecord[],
  keysOf: (entry: Entry) => readonly ShapeId[],
): Map<ShapeId, OperationChange[]> {
  const groups = new Map<ShapeId, OperationChange[]>();
  for (const revision of revisions.toReversed()) {
    const entries = new Map<ShapeId, Entry[]>();
    for (const entry of revision.entries) {
      for (const key of keysOf(entry)) addToGroup(entries, key, entry);
    }
    for (const [key, own] of entries) addToGroup(groups, key, { revision, entries: own });
  }
  return groups;
}

function findUses(model: Model): Map<ShapeId, Use[]> {
  const uses = new Map<ShapeId, Use[]>();
  for (const shape of model.shapes.values()) {
    if (!isAggregate(shape) || shape.kind === "enum" || shape.kind === "intEnum") continue;
    for (const { name, target } of shape.members)
      addToGroup(uses, target, { container: shape.id, member: name });
  }
  return uses;
}
