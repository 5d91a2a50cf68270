import { isJsonArray, isJsonObject, type JsonValue } from "@shapelog/json";
import type { Fields } from "./map-traits.js";
import type { Uses } from "./reading.js";

/** How often members of shapes target a shape, by its name. No count is 0. */
type Counts = ReadonlyMap<string, number>;

/** Uses of shapes by members of other shapes. */
export interface MemberUses {
  readonly all: Counts;
  /** By members of structures. */
  readonly targeted: Counts;
  /** By members of event streams. */
  readonly events: Counts;
  readonly streaming: Counts;
  readonly jsonValues: Counts;
}

/** Shapes whose JSON is another than in the predecessor. */
export interface ChangedShapes {
  readonly uses: MemberUses;
  readonly before: Fields;
  readonly names: ReadonlySet<string>;
}

/** Returns how members use shapes; with a predecessor, only what changed since is looked at. */
export function countMemberUses(shapes: Fields, since?: ChangedShapes): MemberUses {
  const known = since?.uses;
  if (since && [...since.names].every((name) => hasSameMembers(since.before, shapes, name)))
    return since.uses;
  const uses = {
    all: new Map(known?.all),
    targeted: new Map(known?.targeted),
    events: new Map(known?.events),
    streaming: new Map(known?.streaming),
    jsonValues: new Map(known?.jsonValues),
  };
  for (const name of since ? since.names : Object.keys(shapes)) {
    if (since && Object.hasOwn(since.before, name)) countShape(uses, since.before[name], -1);
    if (Object.hasOwn(shapes, name)) countShape(uses, shapes[name], 1);
  }
  return uses;
}

/** Returns how a file uses its shapes. */
export function findUses(shapes: Fields, operations: Fields, members: MemberUses): Uses {
  const inputs = new Map<string, number>();
  const outputs = new Map<string, number>();
  const errors = new Map<string, number>();
  for (const name in operations) {
    const operation = operations[name];
    if (!isJsonObject(operation)) continue;
    count(inputs, shapeOf(operation.input), 1);
    count(outputs, shapeOf(operation.output), 1);
    for (const error of isJsonArray(operation.errors) ? operation.errors : [])
      count(errors, shapeOf(error), 1);
  }
  const isUsed = (name: string) => members.all.has(name) || errors.has(name);
  const streams = new Set<string>();
  const partialStreams = new Set<string>();
  for (const [name, times] of members.streaming) {
    if (!isBlob(shapes, name)) continue;
    (members.all.get(name) === times ? streams : partialStreams).add(name);
  }
  return {
    all: members.all,
    inputs: exclusive(inputs, outputs, isUsed),
    outputs: exclusive(outputs, inputs, isUsed),
    events: members.events,
    streams,
    partialStreams,
    jsonValues: new Set(members.jsonValues.keys()),
    targeted: members.targeted,
  };
}

/** Returns whether a shape's members are the same for all that is counted. */
function hasSameMembers(before: Fields, after: Fields, name: string): boolean {
  if (!Object.hasOwn(before, name) || !Object.hasOwn(after, name)) return false;
  const [old, now] = [before[name], after[name]];
  if (!isJsonObject(old) || !isJsonObject(now) || old.eventstream !== now.eventstream) return false;
  const fields = ["member", "key", "value"];
  if (!fields.every((field) => isSameMember(old[field], now[field]))) return false;
  const [left, right] = [old.members, now.members];
  if (!isJsonObject(left) || !isJsonObject(right)) return left === right;
  let count = 0;
  for (const member in left) {
    count++;
    if (!Object.hasOwn(right, member) || !isSameMember(left[member], right[member])) return false;
  }
  for (const _ in right) count--;
  return count === 0;
}

function isSameMember(a: JsonValue | undefined, b: JsonValue | undefined): boolean {
  if (!isJsonObject(a) || !isJsonObject(b)) return !isJsonObject(a) && !isJsonObject(b);
  return a.shape === b.shape && a.streaming === b.streaming && a.jsonvalue === b.jsonvalue;
}

type Counting = { readonly [kind in keyof MemberUses]: Map<string, number> };

function countShape(uses: Counting, shape: JsonValue | undefined, by: 1 | -1): void {
  if (!isJsonObject(shape)) return;
  const { members, member, key, value, eventstream } = shape;
  if (isJsonObject(members)) {
    for (const name in members) {
      const target = shapeOf(members[name]);
      countMember(uses, members[name], by);
      count(uses.targeted, target, by);
      if (eventstream === true) count(uses.events, target, by);
    }
  }
  countMember(uses, member, by);
  countMember(uses, key, by);
  countMember(uses, value, by);
}

function countMember(uses: Counting, member: JsonValue | undefined, by: 1 | -1): void {
  const name = shapeOf(member);
  if (name === undefined || !isJsonObject(member)) return;
  count(uses.all, name, by);
  if (member.streaming === true) count(uses.streaming, name, by);
  if (member.jsonvalue === true) count(uses.jsonValues, name, by);
}

function isBlob(shapes: Fields, name: string): boolean {
  const shape = Object.hasOwn(shapes, name) ? shapes[name] : undefined;
  return isJsonObject(shape) && shape.type === "blob";
}

function exclusive(uses: Counts, opposite: Counts, isUsed: (name: string) => boolean): Set<string> {
  const names = new Set<string>();
  for (const [name, times] of uses) if (times === 1 && !opposite.has(name) && !isUsed(name)) names.add(name);
  return names;
}

function shapeOf(reference: JsonValue | undefined): string | undefined {
  return isJsonObject(reference) && typeof reference.shape === "string" ? reference.shape : undefined;
}

function count(counts: Map<string, number>, name: string | undefined, by: 1 | -1): void {
  if (name === undefined) return;
  const times = (counts.get(name) ?? 0) + by;
  if (times === 0) counts.delete(name);
  else counts.set(name, times);
}
