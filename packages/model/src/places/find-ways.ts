import { memberPath } from "../member-path.js";
import type { AggregateShape, ShapeId } from "../shape.js";
import type { Step, Stop, StopMap } from "./stops.js";

/** Steps that may still be taken: looking at a member on a path is one. */
export interface StepBudget {
  left: number;
}

/** What a search may take. */
export interface WayLimits {
  /** The most ways to return. */
  readonly limit: number;
  /** The most steps to take for this root. */
  readonly steps: number;
  /** Steps for this and other roots. */
  readonly budget: StepBudget;
}

/**
 * Returns all ways from a root to the target that enter no shape twice, in the model's order; nothing where there are
 * more than the limit, or steps run out.
 */
export function findWays(stops: StopMap, root: Stop, limits: WayLimits): readonly string[] | undefined {
  const { limit } = limits;
  const found = spend(limits, (steps) =>
    followMembers(stops, root, { limit, longest: Number.POSITIVE_INFINITY, steps }),
  );
  return found.end === "complete" ? found.ways.map(({ path }) => path) : undefined;
}

/**
 * Returns the shortest ways, shortest first, those of one length in the model's order. Distances have to be measured. Where
 * steps run out there are fewer, but always one.
 */
export function findShortest(stops: StopMap, root: Stop, limits: WayLimits): readonly string[] {
  const { limit } = limits;
  const paths: string[] = [];
  spend(limits, (steps) => {
    let longest = stops.distanceFrom(root);
    while (paths.length < limit && Number.isFinite(longest)) {
      const { ways, end, next } = followMembers(stops, root, { limit, longest, steps });
      for (const { path, length } of ways) if (length === longest && paths.length < limit) paths.push(path);
      longest = end === "complete" ? next : Number.POSITIVE_INFINITY;
    }
  });
  return paths.length > 0 ? paths : [walkStraight(stops, root)];
}

/** Takes the steps of some work from the budget. */
function spend<T>({ steps, budget }: WayLimits, work: (steps: StepBudget) => T): T {
  const given = Math.min(steps, budget.left);
  const own = { left: given };
  const result = work(own);
  budget.left -= given - own.left;
  return result;
}

interface Follow {
  readonly limit: number;
  /** The most members of a way. */
  readonly longest: number;
  readonly steps: StepBudget;
}

/** A path to the target. */
interface Way {
  readonly path: string;
  /** How many members it has. */
  readonly length: number;
}

interface Followed {
  readonly ways: readonly Way[];
  /** Whether all ways that are not too long were found, else what ran out. */
  readonly end: "complete" | "limit" | "steps";
  /** The least length that one of the ways left out for their length can have. */
  readonly next: number;
}

/** A shape on the way, and its member that is next. */
interface Entered {
  readonly stop: Stop;
  readonly shape: AggregateShape;
  readonly path: string;
  readonly steps: readonly Step[];
  next: number;
}

/** Follows members depth first, without recursion: chains may be long. */
function followMembers(stops: StopMap, root: Stop, { limit, longest, steps }: Follow): Followed {
  const ways: Way[] = [];
  const way: Entered[] = [];
  const entered = root.ids.map(() => new Set<ShapeId>());
  let next = Number.POSITIVE_INFINITY;
  const enter = (stop: Stop, path: string) => {
    if (stop.isTarget) ways.push({ path, length: way.length });
    const { shape, ids } = stop;
    if (!shape || ids.some((id, index) => entered[index]?.has(id))) return;
    for (const [index, id] of ids.entries()) entered[index]?.add(id);
    way.push({ stop, shape, path, steps: stops.stepsFrom(stop), next: 0 });
  };
  enter(root, "");
  for (let last = way.at(-1); last; last = way.at(-1)) {
    if (ways.length > limit) return { ways, end: "limit", next };
    if (steps.left <= 0) return { ways, end: "steps", next };
    steps.left--;
    const step = last.steps[last.next++];
    if (!step) {
      way.pop();
      for (const [index, id] of last.stop.ids.entries()) entered[index]?.delete(id);
      continue;
    }
    const length = way.length + stops.distanceFrom(step.to);
    if (length > longest) next = Math.min(next, length);
    else enter(step.to, memberPath(last.path, last.shape, step.member));
  }
  return { ways, end: ways.length > limit ? "limit" : "complete", next };
}

/** Returns the first of the shortest ways: the one that always has room. */
function walkStraight(stops: StopMap, root: Stop): string {
  let [stop, path] = [root, ""];
  while (!stop.isTarget) {
    const distance = stops.distanceFrom(stop);
    const step = stops.stepsFrom(stop).find(({ to }) => stops.distanceFrom(to) < distance);
    if (!step || !stop.shape) break;
    path = memberPath(path, stop.shape, step.member);
    stop = step.to;
  }
  return path;
}
