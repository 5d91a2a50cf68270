import {
  type Direction,
  displayPath,
  findAncestors,
  type Position,
  type Root,
  rootsOf,
} from "../positions.js";
import type { Model, OperationShape, Shape, ShapeId } from "../shape.js";
import { compareCodeUnits } from "../shape-id.js";
import { countPaths } from "./count-paths.js";
import { findShortest, findWays, type StepBudget } from "./find-ways.js";
import { createStopMap, type Ground, type Stop, type StopMap } from "./stops.js";

export interface FindPositionsOptions {
  /** The most positions to return for one operation and root. Default: 100. */
  readonly limitPerRoot?: number;
  /** The most positions to return for one direction; a root has at least its shortest path. Default: 1000. */
  readonly limit?: number;
}

export interface FindPlacesOptions extends FindPositionsOptions {
  /** Returns whether to look into an operation. Default: all. */
  readonly isWanted?: (operation: ShapeId) => boolean;
  /** Steps for this and other searches: where none are left, one shortest path of each root is found. Default: 2,000,000. */
  readonly budget?: StepBudget;
}

/** How many places there are: so many, or at least so many. */
export interface PlaceCount {
  readonly count: number;
  readonly exact: boolean;
}

/** Where a shape stands. */
export interface Places {
  readonly positions: readonly Position[];
  /** For the directions of which not all positions are listed: how many different paths there are, as shown. */
  readonly counts: ReadonlyMap<Direction, PlaceCount>;
}

/**
 * Returns the places where a shape stands in the inputs, outputs and errors of the model's operations, ordered by
 * operation. See {@link findPlaces} for what a place is, and which are returned where there are many.
 */
export function findPositions(
  model: Model,
  target: ShapeId,
  options: FindPositionsOptions = {},
): readonly Position[] {
  return findPlaces([model], target, options).positions;
}

/**
 * Returns the places where a shape stands in all of the models: in the same operation, direction, error and path. A
 * place is a path of members that goes on from no shape twice, so that there are finitely many in recursive shapes: with
 * `Tree$left` of `Tree`, `left` is a place of `Tree` and `left.left` is none.
 *
 * Positions are ordered by operation. Up to the limits all of a root's are returned, as the first model has its members;
 * where there are more, the shortest, shortest first and then in the order of the members. What is left out is counted
 * where shapes do not lead back to themselves. Takes time in step with the size of the models and the budget.
 */
export function findPlaces(
  models: readonly [Model, ...Model[]],
  target: ShapeId,
  options: FindPlacesOptions = {},
): Places {
  const ground = { models, target, above: models.map((model) => findAncestors(model, target)) };
  const stops = createStopMap(ground);
  const roots = findRoots(ground, stops, options.isWanted);
  const counts = new Map<Direction, PlaceCount>();
  if (roots.length === 0) return { positions: [], counts };
  const paths = new Map<MetRoot, readonly string[]>();
  const search: Search = {
    stops,
    paths,
    budget: { left: 2_000_000 },
    limit: 1000,
    limitPerRoot: 100,
    ...options,
  };
  for (const direction of ["request", "response"] as const) {
    const met = roots.filter((root) => root.direction === direction);
    if (addAll(search, met)) continue;
    const count = addShortest(search, met);
    if (count) counts.set(direction, count);
  }
  return { positions: roots.flatMap((root) => positionsOf(root, paths.get(root) ?? [])), counts };
}

/** An input, output or error of an operation that may lead to the target. */
interface MetRoot {
  readonly operation: ShapeId;
  readonly direction: Direction;
  readonly error: ShapeId | undefined;
  readonly stop: Stop;
}

function findRoots(
  { models: [model, ...others], above: [above] }: Ground,
  stops: StopMap,
  isWanted: FindPlacesOptions["isWanted"],
): MetRoot[] {
  const operations: OperationShape[] = [];
  const data = new Set<ShapeId>();
  for (const id of above ?? []) {
    const shape = model.shapes.get(id);
    if (shape?.kind !== "operation") data.add(id);
    else if (isWanted?.(id) ?? true) operations.push(shape);
  }
  operations.sort((a, b) => compareCodeUnits(a.id, b.id));
  const roots: MetRoot[] = [];
  for (const operation of operations) {
    for (const root of rootsAmong(operation, data)) {
      const ids = [root.shape];
      for (const other of others) ids.push(findSameRoot(other.shapes.get(operation.id), root) ?? NONE);
      const stop = stops.at(ids);
      const { direction, error } = root;
      if (stop) roots.push({ operation: operation.id, direction, error, stop });
    }
  }
  return roots;
}

/** No shape has this id. */
const NONE = "";

function findSameRoot(operation: Shape | undefined, { direction, error }: Root): ShapeId | undefined {
  if (operation?.kind !== "operation") return undefined;
  if (error !== undefined)
    return rootsByShape(operation)
      .get(error)
      ?.find((root) => root.error === error)?.shape;
  return direction === "request" ? operation.input : operation.output;
}

/** So many errors are looked through faster than they are put in order. */
const FEW = 30;

/** Returns an operation's roots that are among some shapes, in their order. */
function rootsAmong(operation: OperationShape, shapes: ReadonlySet<ShapeId>): readonly Root[] {
  if (operation.errors.length < Math.max(shapes.size, FEW))
    return rootsOf(operation).filter(({ shape }) => shapes.has(shape));
  const known = rootsByShape(operation);
  const found = [...shapes].flatMap((shape) => known.get(shape) ?? []);
  return found.sort((a, b) => a.order - b.order);
}

interface OrderedRoot extends Root {
  readonly order: number;
}

/** An operation can have errors without end, each of which is looked for. */
const ROOTS = new WeakMap<OperationShape, ReadonlyMap<ShapeId, readonly OrderedRoot[]>>();

function rootsByShape(operation: OperationShape): ReadonlyMap<ShapeId, readonly OrderedRoot[]> {
  const known = ROOTS.get(operation);
  if (known) return known;
  const found = new Map<ShapeId, OrderedRoot[]>();
  for (const [order, root] of rootsOf(operation).entries()) {
    const same = found.get(root.shape);
    if (same) same.push({ ...root, order });
    else found.set(root.shape, [{ ...root, order }]);
  }
  ROOTS.set(operation, found);
  return found;
}

interface Search extends Required<FindPositionsOptions> {
  readonly stops: StopMap;
  readonly budget: StepBudget;
  readonly paths: Map<MetRoot, readonly string[]>;
}

/** So many that all paths of recursive shapes that people write are found. */
const STEPS_PER_ROOT = 20_000;

/** Adds all paths of all roots, and returns whether they were not too many. */
function addAll(search: Search, met: readonly MetRoot[], steps = STEPS_PER_ROOT): boolean {
  const { stops, paths, budget, limit, limitPerRoot } = search;
  let left = limit;
  for (const root of met) {
    const found = findWays(stops, root.stop, { limit: limitPerRoot, steps, budget });
    left -= found?.length ?? 0;
    if (!found || left < 0 || !stops.isComplete()) return false;
    paths.set(root, found);
  }
  return true;
}

/**
 * Adds the shortest paths of all roots, each root's share and what the ones before it left over. Returns how many there
 * are; nothing where those are all, or none.
 */
function addShortest(search: Search, met: readonly MetRoot[]): PlaceCount | undefined {
  const { stops, paths, budget, limit, limitPerRoot } = search;
  const size = stops.measure(met.map(({ stop }) => stop));
  const steps = Math.max(STEPS_PER_ROOT, 4 * size);
  if (addAll(search, met, steps)) return undefined;
  const arriving = met.filter(({ stop }) => Number.isFinite(stops.distanceFrom(stop)));
  for (const root of met) paths.delete(root);
  let left = limit;
  for (const [index, root] of arriving.entries()) {
    const share = Math.min(limitPerRoot, Math.floor(left / (arriving.length - index)));
    const found = findShortest(stops, root.stop, { limit: share, steps, budget });
    paths.set(root, found);
    left -= found.length;
  }
  return arriving.length > 0 ? countPlaces(search, arriving, 4 * size + 1000) : undefined;
}

function countPlaces({ stops, paths }: Search, met: readonly MetRoot[], looks: number): PlaceCount {
  const exact = stops.isComplete() ? countAll(stops, met, looks) : undefined;
  if (exact !== undefined) return { count: exact, exact: true };
  const listed = new Set(met.flatMap((root) => positionsOf(root, paths.get(root) ?? []).map(displayPath)));
  return { count: listed.size, exact: false };
}

/** Returns the number of different paths as shown: those in an error start with its name. */
function countAll(stops: StopMap, met: readonly MetRoot[], looks: number): number | undefined {
  const starts = new Map<string, Set<Stop>>();
  for (const { error, stop } of met) {
    const start = error === undefined ? "" : displayPath({ error, path: "" });
    const same = starts.get(start);
    if (same) same.add(stop);
    else starts.set(start, new Set([stop]));
  }
  let sum = 0;
  for (const roots of starts.values()) {
    const count = countPaths(stops, roots, looks);
    if (count === undefined) return undefined;
    sum += count;
  }
  return sum;
}

function positionsOf({ operation, direction, error }: MetRoot, paths: readonly string[]): Position[] {
  return paths.map((path) =>
    error === undefined ? { operation, direction, path } : { operation, direction, error, path },
  );
}
