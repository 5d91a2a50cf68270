import { isJsonArray, isJsonObject, type JsonValue } from "@shapelog/json";
import { deriveMap } from "@shapelog/model/revisions";
import type { Section, Uses } from "./reading.js";

/** How often shapes are used in some way, by their names. No count is 0. */
type Counts = ReadonlyMap<string, number>;

/** Uses of shapes. */
export interface UseCounts {
  /** By members of shapes. */
  readonly all: Counts;
  /** By members of structures. */
  readonly targeted: Counts;
  /** By members of event streams. */
  readonly events: Counts;
  readonly streaming: Counts;
  readonly jsonValues: Counts;
  /** By operations. */
  readonly inputs: Counts;
  readonly outputs: Counts;
  readonly errors: Counts;
}

/** The names whose JSON is another than in the predecessor: added, removed or changed. */
export interface ChangedNames {
  readonly shapes: ReadonlySet<string>;
  readonly operations: ReadonlySet<string>;
}

/** What a file says of shapes and operations. */
interface Sections {
  readonly shapes: Section;
  readonly operations: Section;
}

/** The predecessor of a file, and what changed since. */
export interface CountedBefore extends Sections {
  readonly counts: UseCounts;
  readonly changed: ChangedNames;
}

const NO_USES: UseCounts = {
  all: new Map(),
  targeted: new Map(),
  events: new Map(),
  streaming: new Map(),
  jsonValues: new Map(),
  inputs: new Map(),
  outputs: new Map(),
  errors: new Map(),
};

type Kind = keyof UseCounts;
type Count = (kind: Kind, name: string | undefined, by: number) => void;

/**
 * Returns how often a file uses its shapes. With a predecessor only what changed since is looked at; where all counts
 * are the same they are the predecessor's.
 */
export function countUses({ shapes, operations }: Sections, since?: CountedBefore): UseCounts {
  const known = since?.counts ?? NO_USES;
  const deltas = new Map<Kind, Map<string, number>>();
  const count: Count = (kind, name, by) => {
    if (name === undefined) return;
    const delta = deltas.get(kind) ?? new Map<string, number>();
    deltas.set(kind, delta.set(name, (delta.get(name) ?? 0) + by));
  };
  for (const name of since ? since.changed.shapes : shapes.names) {
    const [old, now] = [since?.shapes.entries.get(name), shapes.entries.get(name)];
    countShape(count, old, -1, now);
    countShape(count, now, 1, old);
  }
  for (const name of since ? since.changed.operations : operations.names) {
    countOperation(count, since?.operations.entries.get(name), -1);
    countOperation(count, operations.entries.get(name), 1);
  }
  const counts = [...deltas].map(([kind, delta]) => [kind, addCounts(known[kind], delta)] as const);
  const isSame = counts.every(([kind, found]) => found === known[kind]);
  return isSame ? known : { ...known, ...Object.fromEntries(counts) };
}

function addCounts(known: Counts, delta: ReadonlyMap<string, number>): Counts {
  const changes = new Map<string, number | undefined>();
  for (const [name, by] of delta) {
    const times = (known.get(name) ?? 0) + by;
    if (by !== 0) changes.set(name, times === 0 ? undefined : times);
  }
  return deriveMap(known, changes);
}

/** Returns how a file uses its shapes. */
export function findUses({ entries }: Section, counts: UseCounts): Uses {
  const { all, inputs, outputs, errors } = counts;
  const isOnly = (own: Counts, opposite: Counts, name: string) =>
    own.get(name) === 1 && !opposite.has(name) && !all.has(name) && !errors.has(name);
  const streams = new Set<string>();
  const partialStreams = new Set<string>();
  for (const [name, times] of counts.streaming) {
    const raw = entries.get(name);
    if (!isJsonObject(raw) || raw.type !== "blob") continue;
    (all.get(name) === times ? streams : partialStreams).add(name);
  }
  return {
    all,
    inputs: { has: (name) => isOnly(inputs, outputs, name) },
    outputs: { has: (name) => isOnly(outputs, inputs, name) },
    events: counts.events,
    streams,
    partialStreams,
    jsonValues: [...counts.jsonValues.keys()],
    targeted: counts.targeted,
  };
}

/** Returns whether an operation names a shape as its input, its output or one of its errors. */
export function isNamedByOperation({ inputs, outputs, errors }: UseCounts, name: string): boolean {
  return inputs.has(name) || outputs.has(name) || errors.has(name);
}

/** Counts the members of a shape but those that its other revision has, too: they are counted there, as they are here. */
function countShape(
  count: Count,
  shape: JsonValue | undefined,
  by: 1 | -1,
  other: JsonValue | undefined,
): void {
  if (!isJsonObject(shape)) return;
  const { members, member, key, value, eventstream } = shape;
  const others = isJsonObject(other) && other.eventstream === eventstream ? other.members : undefined;
  if (isJsonObject(members)) {
    for (const name in members) {
      const known = isJsonObject(others) && Object.hasOwn(others, name) ? others[name] : undefined;
      if (known !== undefined && countsAlike(members[name], known)) continue;
      const target = shapeOf(members[name]);
      countMember(count, members[name], by);
      count("targeted", target, by);
      if (eventstream === true) count("events", target, by);
    }
  }
  countMember(count, member, by);
  countMember(count, key, by);
  countMember(count, value, by);
}

function countsAlike(a: JsonValue | undefined, b: JsonValue | undefined): boolean {
  if (!isJsonObject(a) || !isJsonObject(b)) return false;
  return a.shape === b.shape && a.streaming === b.streaming && a.jsonvalue === b.jsonvalue;
}

function countMember(count: Count, member: JsonValue | undefined, by: 1 | -1): void {
  const name = shapeOf(member);
  if (name === undefined || !isJsonObject(member)) return;
  count("all", name, by);
  if (member.streaming === true) count("streaming", name, by);
  if (member.jsonvalue === true) count("jsonValues", name, by);
}

function countOperation(count: Count, operation: JsonValue | undefined, by: 1 | -1): void {
  if (!isJsonObject(operation)) return;
  const { input, output, errors } = operation;
  count("inputs", shapeOf(input), by);
  count("outputs", shapeOf(output), by);
  for (const error of isJsonArray(errors) ? errors : []) count("errors", shapeOf(error), by);
}

function shapeOf(reference: JsonValue | undefined): string | undefined {
  return isJsonObject(reference) && typeof reference.shape === "string" ? reference.shape : undefined;
}
