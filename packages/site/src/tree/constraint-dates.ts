import { isAggregate, type Shape, type ShapeId } from "@shapelog/model";
import { shapeAt, type Timeline } from "../record/timeline.js";
import { type Constraint, findConstraints } from "./constraints.js";

/** Where constraints hold: at a member of a shape, or at a shape by itself. */
export interface ConstraintPlace {
  readonly timeline: Timeline;
  readonly at: number;
  readonly container?: ShapeId | undefined;
  readonly name?: string;
  readonly target: ShapeId;
}

const KNOWN = new WeakMap<Timeline, Map<string, readonly Constraint[]>>();

/** Returns the constraints at a place, those that came after it was there with the time since when they hold. */
export function datedConstraints(place: ConstraintPlace): readonly Constraint[] {
  const { timeline, at, container = "", name = "", target } = place;
  const known = KNOWN.get(timeline) ?? new Map<string, readonly Constraint[]>();
  KNOWN.set(timeline, known);
  const key = `${at} ${container} ${target} ${name}`;
  const dated = known.get(key) ?? dateAll(place);
  known.set(key, dated);
  return dated;
}

function dateAll(place: ConstraintPlace): readonly Constraint[] {
  const now = constraintsAt(place, place.at);
  if (!now || now.length === 0) return [];
  const since = new Map<string, number>();
  const open = new Set(now.map(textOf));
  for (const time of changeTimes(place)) {
    const before = time > 0 ? constraintsAt(place, time - 1) : undefined;
    if (!before || open.size === 0) break;
    const had = new Set(before.map(textOf));
    for (const text of open) {
      if (had.has(text)) continue;
      since.set(text, time);
      open.delete(text);
    }
  }
  return now.map((constraint) => {
    const from = since.get(textOf(constraint));
    return from === undefined
      ? constraint
      : { ...constraint, stretches: [{ from, to: Number.POSITIVE_INFINITY }] };
  });
}

/** Returns the times at which the member's shape or its target changed, the last first. */
function changeTimes({ timeline, at, container, target }: ConstraintPlace): number[] {
  const versions = [container, target].flatMap((id) =>
    id === undefined ? [] : (timeline.versions.get(id) ?? []),
  );
  const times = new Set(versions.map(({ from }) => from).filter((from) => from <= at));
  return [...times].sort((a, b) => b - a);
}

/** Returns nothing for a time at which the place was not there, or led elsewhere. */
function constraintsAt(
  { timeline, container, name, target }: ConstraintPlace,
  time: number,
): Constraint[] | undefined {
  const shape = shapeAt(timeline, target, time);
  if (!shape) return undefined;
  if (container === undefined) return findConstraints(undefined, shape);
  const member = memberOf(shapeAt(timeline, container, time), name);
  return member && member.target === target ? findConstraints(member, shape) : undefined;
}

function memberOf(shape: Shape | undefined, name: string | undefined) {
  return shape && isAggregate(shape) ? shape.members.find((member) => member.name === name) : undefined;
}

function textOf({ label, code = "" }: Constraint): string {
  return `${label} ${code}`;
}
