import type { Revision, Step } from "@shapelog/ledger";
import {
  createModel,
  enumValue,
  equalShapes,
  isAggregate,
  type Member,
  type Model,
  PRELUDE_SHAPES,
  type Shape,
  type ShapeId,
} from "@shapelog/model";

/** Times are indexes of revisions. A stretch begins with revision `from` and ends before revision `to`. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** A stretch in which something pointed at one shape. */
export interface Stay extends Stretch {
  readonly target: ShapeId;
  /** The member that pointed, as it was last. */
  readonly member?: Member;
}

interface Version extends Stretch {
  readonly shape: Shape;
}

/** Every shape as it was at every revision. */
export interface Timeline {
  readonly revisions: readonly Revision[];
  /** The time of the model shown: the last revision, or one past it where the ledger does not arrive at the model. */
  readonly now: number;
  readonly versions: ReadonlyMap<ShapeId, readonly Version[]>;
  /** Made as they are asked for. */
  readonly arrows: Map<ShapeId, ReadonlyMap<string, readonly Stay[]>>;
}

/** A timeline as it grows, a step of a ledger at a time. */
export interface GrowingTimeline {
  add(step: Step): void;
  /** Returns the timeline; `model` is the one that is shown. */
  end(model: Model): Timeline;
}

/** Starts the timeline of a ledger that is replayed. */
export function startTimeline(): GrowingTimeline {
  const versions = new Map<ShapeId, Version[]>();
  const revisions: Revision[] = [];
  let last: Model | undefined;
  return {
    add({ revision, after }) {
      const time = revisions.length;
      const changed = new Set(
        revision.changes.flatMap((change) => ("shape" in change ? [change.shape] : [])),
      );
      for (const id of changed) addVersion(versions, id, { time, shape: after.shapes.get(id) });
      revisions.push(revision);
      last = after;
    },
    end(model) {
      let behind = last === undefined;
      for (const id of new Set([...(last?.shapes.keys() ?? []), ...model.shapes.keys()])) {
        const [recorded, shape] = [last?.shapes.get(id), model.shapes.get(id)];
        if (recorded && shape && equalShapes(recorded, shape)) continue;
        behind = true;
        addVersion(versions, id, { time: revisions.length, shape });
      }
      const now = Math.max(0, behind ? revisions.length : revisions.length - 1);
      return { revisions, now, versions, arrows: new Map() };
    },
  };
}

function addVersion(
  versions: Map<ShapeId, Version[]>,
  id: ShapeId,
  { time, shape }: { readonly time: number; readonly shape: Shape | undefined },
): void {
  const known = versions.get(id) ?? [];
  const last = known.at(-1);
  if (last && last.to === Number.POSITIVE_INFINITY) known[known.length - 1] = { ...last, to: time };
  if (shape) known.push({ shape, from: time, to: Number.POSITIVE_INFINITY });
  versions.set(id, known);
}

/** Returns a shape as it was at a time, or `undefined`. */
export function shapeAt(timeline: Timeline, id: ShapeId, time: number): Shape | undefined {
  const version = timeline.versions.get(id)?.find(({ from, to }) => from <= time && time < to);
  return version?.shape ?? PRELUDE_SHAPES.get(id);
}

/** Returns the stretches in which a shape was there. */
export function findStretches(timeline: Timeline, id: ShapeId): Stretch[] {
  if (PRELUDE_SHAPES.has(id)) return [{ from: 0, to: Number.POSITIVE_INFINITY }];
  return joinStretches(timeline.versions.get(id) ?? []);
}

/** Returns overlapping and adjacent stretches as one, in order. */
export function joinStretches(stretches: readonly Stretch[]): Stretch[] {
  const joined: Stretch[] = [];
  for (const { from, to } of [...stretches].sort((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last && from <= last.to) joined[joined.length - 1] = { from: last.from, to: Math.max(last.to, to) };
    else joined.push({ from, to });
  }
  return joined;
}

/**
 * Returns where one goes from stays along the arrow `key`: a member's name, an enum value by {@link valueKey}, or
 * `input`, `output` and `error <id>` of an operation, or `error <id>` of a service. Only the time in which both ends were there counts.
 */
export function follow(timeline: Timeline, stays: readonly Stay[], key: string): Stay[] {
  const found: Stay[] = [];
  for (const stay of stays) {
    for (const arrow of arrowsOf(timeline, stay.target).get(key) ?? []) {
      const from = Math.max(stay.from, arrow.from);
      const to = Math.min(stay.to, arrow.to);
      if (from < to) found.push({ ...arrow, from, to });
    }
  }
  return found;
}

/** Returns the arrows there ever were from stays, in the order they first appeared. */
export function findKeys(timeline: Timeline, stays: readonly Stay[]): Set<string> {
  const keys = new Set<string>();
  for (const stay of stays) {
    for (const [key, arrows] of arrowsOf(timeline, stay.target)) {
      if (arrows.some((arrow) => arrow.from < stay.to && stay.from < arrow.to)) keys.add(key);
    }
  }
  return keys;
}

/** Returns the arrow of an enum member. Values are told apart by value: a name may change. */
export function valueKey(member: Member): string {
  const value = enumValue(member);
  return `${typeof value}:${value}`;
}

function arrowsOf(timeline: Timeline, id: ShapeId): ReadonlyMap<string, readonly Stay[]> {
  const known = timeline.arrows.get(id);
  if (known) return known;
  const arrows = new Map<string, Stay[]>();
  timeline.arrows.set(id, arrows);
  for (const { shape, from, to } of timeline.versions.get(id) ?? []) {
    for (const mixin of shape.mixins ?? []) {
      for (const [key, stays] of arrowsOf(timeline, mixin))
        for (const stay of stays) addStay(arrows, key, clip(stay, from, to));
    }
    for (const { key, ...arrow } of outgoing(shape)) addStay(arrows, key, { ...arrow, from, to });
  }
  return arrows;
}

function clip(stay: Stay, from: number, to: number): Stay {
  return { ...stay, from: Math.max(stay.from, from), to: Math.min(stay.to, to) };
}

/** Changes `arrows`. */
function addStay(arrows: Map<string, Stay[]>, key: string, stay: Stay): void {
  if (stay.from >= stay.to) return;
  const stays = arrows.get(key) ?? [];
  const last = stays.at(-1);
  if (last && last.to === stay.from && last.target === stay.target)
    stays[stays.length - 1] = { ...stay, from: last.from };
  else stays.push(stay);
  arrows.set(key, stays);
}

interface Arrow {
  readonly key: string;
  readonly target: ShapeId;
  readonly member?: Member;
}

function outgoing(shape: Shape): Arrow[] {
  if (shape.kind === "operation") {
    return [
      { key: "input", target: shape.input },
      { key: "output", target: shape.output },
      ...shape.errors.map((target) => ({ key: `error ${target}`, target })),
    ];
  }
  if (shape.kind === "service") return shape.errors.map((target) => ({ key: `error ${target}`, target }));
  if (!isAggregate(shape)) return [];
  const isEnum = shape.kind === "enum" || shape.kind === "intEnum";
  return shape.members.map((member) => ({
    key: isEnum ? valueKey(member) : member.name,
    target: member.target,
    member,
  }));
}

/** Returns the model as it was at a time, without its metadata. Shapes stand in the order in which they first appeared. */
export function modelAt({ versions }: Pick<Timeline, "versions">, time: number): Model {
  const shapes: Shape[] = [];
  for (const own of versions.values()) {
    const version = own.find(({ from, to }) => from <= time && time < to);
    if (version) shapes.push(version.shape);
  }
  return createModel(shapes);
}
