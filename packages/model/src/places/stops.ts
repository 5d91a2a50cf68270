import { findMember, findShape } from "../lookup.js";
import { memberPath } from "../member-path.js";
import { type AggregateShape, isAggregate, type Member, type Model, type ShapeId } from "../shape.js";

/** The shape that a path arrives at in each of the models in which it is followed. */
export interface Stop {
  readonly ids: readonly ShapeId[];
  readonly shape: AggregateShape | undefined;
  readonly isTarget: boolean;
}

/** A member, and where it leads. */
export interface Step {
  readonly member: string;
  readonly to: Stop;
}

/** What paths may go through. */
export interface Ground {
  readonly models: readonly [Model, ...Model[]];
  readonly target: ShapeId;
  /** The shapes from which the target can be reached, for each model. */
  readonly above: readonly ReadonlySet<ShapeId>[];
}

/** The stops on paths to a target, made when they are first met. */
export interface StopMap {
  /** Returns the stop of a shape in each model; nothing where one of them does not lead to the target. */
  at(ids: readonly ShapeId[]): Stop | undefined;
  /** Returns the members that lead on, in the order of the first model; once measured, none that never arrives. */
  stepsFrom(stop: Stop): readonly Step[];
  /**
   * Measures how far it is from some stops and all that they lead to, in time linear in the shapes above the target.
   * Returns how many stops and steps there are.
   */
  measure(roots: Iterable<Stop>): number;
  /** Returns the fewest members that a path to the target has, or infinity; 0 until that is measured. */
  distanceFrom(stop: Stop): number;
  /** Returns whether nothing was left out: of pairs of models there may be more stops than two for each shape. */
  isComplete(): boolean;
}

/** Returns the map of the paths to a target. */
export function createStopMap(ground: Ground): StopMap {
  const known = new Map<string, Stop>();
  const steps = new Map<Stop, readonly Step[]>();
  let distances: ReadonlyMap<Stop, number> | undefined;
  let isComplete = true;
  const most = 2 * ground.above.reduce((sum, { size }) => sum + size, 0);
  const at = (ids: readonly ShapeId[]) => {
    const key = ids.length === 1 ? (ids[0] ?? "") : ids.join(" ");
    const old = known.get(key);
    if (old) return old;
    if (!ids.every((id, index) => ground.above[index]?.has(id))) return undefined;
    if (known.size > most) isComplete = false;
    if (known.size > most) return undefined;
    const stop = createStop(ground, ids);
    known.set(key, stop);
    return stop;
  };
  const stepsFrom = (stop: Stop) => {
    const made = steps.get(stop) ?? findSteps(ground, stop, at);
    steps.set(stop, made);
    return made;
  };
  const distanceFrom = (stop: Stop) => (distances ? (distances.get(stop) ?? Number.POSITIVE_INFINITY) : 0);
  const measure = (roots: Iterable<Stop>) => {
    const stops = new Set(roots);
    let size = 0;
    for (const stop of stops) {
      const found = stepsFrom(stop);
      for (const { to } of found) stops.add(to);
      size += 1 + found.length;
    }
    distances = measureDistances(stops, stepsFrom);
    for (const stop of stops) {
      const found = stepsFrom(stop);
      const arriving = found.filter(({ to }) => Number.isFinite(distanceFrom(to)));
      if (arriving.length < found.length) steps.set(stop, arriving);
    }
    return size;
  };
  return { at, stepsFrom, measure, distanceFrom, isComplete: () => isComplete };
}

function createStop({ models, target }: Ground, ids: readonly ShapeId[]): Stop {
  const shape = findShape(models[0], ids[0] ?? "");
  return {
    ids,
    shape: shape && isAggregate(shape) ? shape : undefined,
    isTarget: ids.every((id) => id === target),
  };
}

/** Returns the members that have the same path in all models. */
function findSteps({ models, above }: Ground, { shape, ids }: Stop, at: StopMap["at"]): readonly Step[] {
  const steps: Step[] = [];
  if (!shape) return steps;
  const others = models.slice(1).map((model, index) => findShape(model, ids[index + 1] ?? ""));
  for (const [index, { name, target }] of shape.members.entries()) {
    if (!above[0]?.has(target)) continue;
    const targets = [target];
    for (const other of others) {
      const same = other && isAggregate(other) ? findSame(other, name, index) : undefined;
      if (same && other && memberPath("", other, name) === memberPath("", shape, name))
        targets.push(same.target);
    }
    const to = targets.length === models.length ? at(targets) : undefined;
    if (to) steps.push({ member: name, to });
  }
  return steps;
}

/** Most members are where they were. */
function findSame(other: AggregateShape, name: string, index: number): Member | undefined {
  const member = other.members[index];
  return member?.name === name ? member : findMember(other, name);
}

function measureDistances(stops: Iterable<Stop>, stepsFrom: StopMap["stepsFrom"]): ReadonlyMap<Stop, number> {
  const earlier = new Map<Stop, Stop[]>();
  const distances = new Map<Stop, number>();
  for (const stop of stops) {
    if (stop.isTarget) distances.set(stop, 0);
    for (const { to } of stepsFrom(stop)) {
      const known = earlier.get(to);
      if (known) known.push(stop);
      else earlier.set(to, [stop]);
    }
  }
  for (const [stop, distance] of distances) {
    for (const from of earlier.get(stop) ?? []) {
      if (!distances.has(from)) distances.set(from, distance + 1);
    }
  }
  return distances;
}
