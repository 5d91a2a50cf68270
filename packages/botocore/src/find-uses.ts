import { isJsonArray, isJsonObject, type JsonValue } from "@shapelog/json";
import { deriveMap } from "@shapelog/model";
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

/** Returns how a file uses its shapes; with a predecessor, only what changed since is looked at, and its own counts are
 * returned where they are the same. */
export function countUses({ shapes, operations }: Sections, since?: CountedBefore): UseCounts {
  const counters = mapKinds((kind) => createCounter(since?.counts[kind]));
  for (const name of since ? since.changed.shapes : shapes.names) {
    const [old, now] = [since?.shapes.entries.get(name), shapes.entries.get(name)];
    countShape(counters, old, -1, now);
    countShape(counters, now, 1, old);
  }
  for (const name of since ? since.changed.operations : operations.names) {
    countOperation(counters, since?.operations.entries.get(name), -1);
    countOperation(counters, operations.entries.get(name), 1);
  }
  const counts = mapKinds((kind) => counters[kind].finish());
  return since && KINDS.every((kind) => counts[kind] === since.counts[kind]) ? since.counts : counts;
}

const KINDS = [
  "all",
  "targeted",
  "events",
  "streaming",
  "jsonValues",
  "inputs",
  "outputs",
  "errors",
] as const satisfies readonly (keyof UseCounts)[];

function mapKinds<Value>(create: (kind: keyof UseCounts) => Value): Record<keyof UseCounts, Value> {
  return Object.fromEntries(KINDS.map((kind) => [kind, create(kind)])) as Record<keyof UseCounts, Value>; // all of them
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

interface Counter {
  add(name: string | undefined, by: number): void;
  /** Returns the counts; the very ones that were known where none is another. */
  finish(): Counts;
}

type Counters = { readonly [kind in keyof UseCounts]: Counter };

function createCounter(known: Counts = new Map()): Counter {
  const counted = new Map<string, number>();
  return {
    add(name, by) {
      if (name !== undefined) counted.set(name, (counted.get(name) ?? known.get(name) ?? 0) + by);
    },
    finish() {
      const changes = new Map<string, number | undefined>();
      for (const [name, times] of counted) {
        if (times !== (known.get(name) ?? 0)) changes.set(name, times === 0 ? undefined : times);
      }
      return deriveMap(known, changes);
    },
  };
}

/** Counts the members of a shape but those that its other revision has, too: they are counted there, as they are here. */
function countShape(
  counters: Counters,
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
      countMember(counters, members[name], by);
      counters.targeted.add(target, by);
      if (eventstream === true) counters.events.add(target, by);
    }
  }
  countMember(counters, member, by);
  countMember(counters, key, by);
  countMember(counters, value, by);
}

function countsAlike(a: JsonValue | undefined, b: JsonValue | undefined): boolean {
  if (!isJsonObject(a) || !isJsonObject(b)) return false;
  return a.shape === b.shape && a.streaming === b.streaming && a.jsonvalue === b.jsonvalue;
}

function countMember(counters: Counters, member: JsonValue | undefined, by: 1 | -1): void {
  const name = shapeOf(member);
  if (name === undefined || !isJsonObject(member)) return;
  counters.all.add(name, by);
  if (member.streaming === true) counters.streaming.add(name, by);
  if (member.jsonvalue === true) counters.jsonValues.add(name, by);
}

function countOperation(counters: Counters, operation: JsonValue | undefined, by: 1 | -1): void {
  if (!isJsonObject(operation)) return;
  const { input, output, errors } = operation;
  counters.inputs.add(shapeOf(input), by);
  counters.outputs.add(shapeOf(output), by);
  for (const error of isJsonArray(errors) ? errors : []) counters.errors.add(shapeOf(error), by);
}

function shapeOf(reference: JsonValue | undefined): string | undefined {
  return isJsonObject(reference) && typeof reference.shape === "string" ? reference.shape : undefined;
}
