import type { Comparison, FindingTraffic, PolicyFinding, TrafficCount } from "@shapelog/diff";
import { type ShapeId, shapeName } from "@shapelog/model";
import { createOperationFinder, type FindOperation } from "./operation-finder.js";
import { splitRecords } from "./split-records.js";
import { readCall, type TrafficCall } from "./traffic-call.js";
import { type PathStep, readPath, walkPath } from "./walk-path.js";

/** What traffic says of comparisons. */
export interface CountedTraffic {
  /** The comparisons in their order, each finding with what traffic says of it. */
  readonly comparisons: readonly Comparison[];
  /** The operations of each that were called. */
  readonly used: readonly ReadonlySet<ShapeId>[];
  /** How many records there were that could be read. */
  readonly records: number;
  /** How many of these are calls of the operations compared. */
  readonly calls: number;
  /** How many lines or objects are no records. */
  readonly malformed: number;
  /** The beginning of the first of these. */
  readonly firstMalformed?: string;
  /** The days of the first and last record, `YYYY-MM-DD`. */
  readonly first?: string;
  readonly last?: string;
}

/**
 * Counts how often traffic met what findings are about. `chunks` are the text of CloudTrail's events, as JSON lines or in
 * its files, or of an access log; it is read once, and no more of it is held than one record.
 */
export async function countTraffic(
  chunks: AsyncIterable<string>,
  comparisons: readonly Comparison[],
): Promise<CountedTraffic> {
  const services = comparisons.map(createCounter);
  let [records, calls, malformed] = [0, 0, 0];
  let firstMalformed: string | undefined;
  const days = { first: undefined as string | undefined, last: undefined as string | undefined };
  for await (const piece of splitRecords(chunks)) {
    const call = piece.kind === "record" ? readCall(piece.text) : undefined;
    if (!call) {
      malformed++;
      firstMalformed ??= piece.kind === "record" ? piece.text.slice(0, SHOWN) : piece.start;
      continue;
    }
    records++;
    if (call.date !== undefined) {
      if (days.first === undefined || call.date < days.first) days.first = call.date;
      if (days.last === undefined || call.date > days.last) days.last = call.date;
    }
    let isKnown = false;
    for (const service of services) isKnown = countCall(service, call) || isKnown;
    if (isKnown) calls++;
  }
  return {
    comparisons: services.map(tellFindings),
    used: services.map(({ operations }) => new Set(operations.keys())),
    ...{ records, calls, malformed },
    ...(firstMalformed === undefined ? {} : { firstMalformed }),
    ...(days.first === undefined ? {} : { first: days.first }),
    ...(days.last === undefined ? {} : { last: days.last }),
  };
}

/** How much of what is no record is shown. */
const SHOWN = 80;

interface Counter {
  readonly comparison: Comparison;
  readonly findOperation: FindOperation;
  readonly operations: Map<ShapeId, Tally>;
  readonly findings: ReadonlyMap<PolicyFinding, FindingCounter>;
  readonly byOperation: ReadonlyMap<ShapeId, readonly FindingCounter[]>;
}

interface Tally {
  count: number;
  last?: string;
}

/** A place of a finding in one operation. */
interface CountedPlace {
  readonly direction: "request" | "response";
  readonly error?: string;
  readonly steps: readonly PathStep[];
}

interface FindingCounter {
  readonly places: ReadonlyMap<ShapeId, readonly CountedPlace[]>;
  /** How many calls had what its places lead into. */
  told: number;
  readonly calls: Tally;
  readonly met: Tally;
  readonly values: ReadonlyMap<string | number, Tally>;
}

function createCounter(comparison: Comparison): Counter {
  const findings = new Map(comparison.findings.map((finding) => [finding, createFindingCounter(finding)]));
  const byOperation = new Map<ShapeId, FindingCounter[]>();
  for (const [{ operations }, counter] of findings) {
    for (const operation of new Set(operations)) {
      const known = byOperation.get(operation);
      if (known) known.push(counter);
      else byOperation.set(operation, [counter]);
    }
  }
  const models = [comparison.before.model, comparison.after.model];
  const operations = new Map<ShapeId, Tally>();
  return { comparison, findOperation: createOperationFinder(models), operations, findings, byOperation };
}

function createFindingCounter({ positions, changes }: PolicyFinding): FindingCounter {
  const places = new Map<ShapeId, CountedPlace[]>();
  for (const { operation, direction, error, path } of positions) {
    if (path === "" && error === undefined) continue;
    const known = places.get(operation) ?? [];
    places.set(operation, known);
    known.push({
      direction,
      ...(error === undefined ? {} : { error: shapeName(error) }),
      steps: readPath(path),
    });
  }
  const values = changes.flatMap((change) =>
    change.kind === "enum.value.removed" || change.kind === "enum.value.added" ? [change.value] : [],
  );
  return {
    ...{ places, told: 0, calls: { count: 0 }, met: { count: 0 } },
    values: new Map(values.map((value) => [value, { count: 0 }])),
  };
}

/** Returns whether the call is one of the service. */
function countCall({ findOperation, operations, byOperation }: Counter, call: TrafficCall): boolean {
  const operation = findOperation(call.target);
  if (operation === undefined) return false;
  const tally = operations.get(operation) ?? { count: 0 };
  operations.set(operation, tally);
  add(tally, call);
  for (const finding of byOperation.get(operation) ?? []) countFinding(finding, operation, call);
  return true;
}

function countFinding(finding: FindingCounter, operation: ShapeId, call: TrafficCall): void {
  add(finding.calls, call);
  const found = new Set<unknown>();
  let [isTold, isMet] = [false, false];
  for (const { direction, error, steps } of finding.places.get(operation) ?? []) {
    if (error !== undefined) {
      // Of an error its name is recorded, and nothing that is in it.
      if (steps.length > 0) continue;
      isTold = true;
      if (call.error !== undefined && nameOfError(call.error) === error) isMet = true;
      continue;
    }
    const body = direction === "request" ? call.request : call.response;
    if (body === undefined) continue;
    isTold = true;
    for (const value of walkPath(body, steps)) {
      isMet = true;
      found.add(value);
    }
  }
  if (isTold) finding.told++;
  if (isMet) add(finding.met, call);
  for (const [value, tally] of finding.values) if (found.has(value)) add(tally, call);
}

/** Errors may have the namespace of their service before them. */
function nameOfError(code: string): string {
  return code.replace(/^.*[#.]/, "");
}

function add(tally: Tally, { date }: TrafficCall): void {
  tally.count++;
  if (date !== undefined && (tally.last === undefined || date > tally.last)) tally.last = date;
}

function tellFindings({ comparison, findings }: Counter): Comparison {
  const told = comparison.findings.map((finding): PolicyFinding => {
    const counter = findings.get(finding);
    return counter ? { ...finding, traffic: tell(counter) } : finding;
  });
  return { ...comparison, findings: told };
}

function tell({ calls, met, values, told }: FindingCounter): FindingTraffic {
  if (told === 0) return { calls, told, used: calls.count > 0 };
  const counted = [...values].map(([value, tally]: readonly [string | number, TrafficCount]) => ({
    value,
    ...tally,
  }));
  const isUsed = counted.length > 0 ? counted.some(({ count }) => count > 0) : met.count > 0;
  return { calls, told, met, ...(counted.length > 0 ? { values: counted } : {}), used: isUsed };
}
