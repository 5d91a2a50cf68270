import { findShape } from "./lookup.js";
import { visitNeighbors } from "./neighbors.js";
import { deriveMap } from "./revisions/derived-map.js";
import {
  type AggregateShape,
  isAggregate,
  type Model,
  type OperationShape,
  type Shape,
  type ShapeId,
} from "./shape.js";
import { compareCodeUnits } from "./shape-id.js";

/** Which way data flows. Errors are responses. */
export type Direction = "request" | "response";

/** A place in an operation's input, output or errors where a shape stands. */
export interface Position {
  readonly operation: ShapeId;
  readonly direction: Direction;
  /** The error the place is in, where it is in one. */
  readonly error?: ShapeId;
  /**
   * Members joined by dots, `[]` for list members, `{}` for map values and `{key}` for map keys, as in
   * `AuthEvents[].EventResponse`. Empty for the input, output or error itself.
   */
  readonly path: string;
}

export interface FindPositionsOptions {
  /** The most positions to return for one operation and root. Default: 100. */
  readonly limitPerRoot?: number;
}

/** Returns the path of a member inside the shape at `path`. */
export function memberPath(path: string, container: Shape, member: string): string {
  switch (container.kind) {
    case "list":
      return `${path}[]`;
    case "map":
      return member === "key" ? `${path}{key}` : `${path}{}`;
    default:
      return path === "" ? member : `${path}.${member}`;
  }
}

/**
 * Returns every place where a shape stands in the inputs, outputs and errors of the model's operations, ordered by
 * operation and then as the model's members are. A recursive shape is entered once on each path.
 */
export function findPositions(model: Model, target: ShapeId, options: FindPositionsOptions = {}): Position[] {
  const limit = options.limitPerRoot ?? 100;
  const above = findAncestors(model, target);
  const operations: OperationShape[] = [];
  for (const id of above) {
    const shape = model.shapes.get(id);
    if (shape?.kind === "operation") operations.push(shape);
  }
  operations.sort((a, b) => compareCodeUnits(a.id, b.id));
  const positions: Position[] = [];
  for (const operation of operations) {
    for (const { direction, error, shape } of rootsOf(operation)) {
      if (!above.has(shape)) continue;
      const { id } = operation;
      for (const path of collectPaths({ model, target, above, limit }, shape)) {
        positions.push(
          error === undefined
            ? { operation: id, direction, path }
            : { operation: id, direction, error, path },
        );
      }
    }
  }
  return positions;
}

/** Returns for every shape reachable from an operation the directions in which it travels. */
export function findDirections(model: Model): ReadonlyMap<ShapeId, ReadonlySet<Direction>> {
  const found = new Map<ShapeId, Set<Direction>>();
  for (const shape of model.shapes.values()) {
    if (shape.kind !== "operation") continue;
    for (const root of rootsOf(shape)) spreadTo(found, model, root);
  }
  return found;
}

/** A shape that an operation names. */
interface Root {
  readonly direction: Direction;
  readonly error: ShapeId | undefined;
  readonly shape: ShapeId;
}

function rootsOf({ input, output, errors }: OperationShape): Root[] {
  return [
    { direction: "request", error: undefined, shape: input },
    { direction: "response", error: undefined, shape: output },
    ...errors.map((error): Root => ({ direction: "response", error, shape: error })),
  ];
}

function spreadTo(
  found: Map<ShapeId, Set<Direction>>,
  model: Model,
  { shape: root, direction }: Pick<Root, "shape" | "direction">,
): void {
  const pending = [root];
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
    const directions = found.get(id) ?? new Set();
    if (directions.has(direction)) continue;
    found.set(id, directions.add(direction));
    const shape = findShape(model, id);
    if (shape && isAggregate(shape)) for (const member of shape.members) pending.push(member.target);
  }
}

interface PathSearch {
  readonly model: Model;
  readonly target: ShapeId;
  readonly above: ReadonlySet<ShapeId>;
  readonly limit: number;
}

/** A shape on the way to the one looked at, and its member that is next. */
interface Entered {
  readonly shape: AggregateShape;
  readonly path: string;
  next: number;
}

/** Returns the ways from a shape to the target, depth first, without recursion: chains may be long. */
function collectPaths({ model, target, above, limit }: PathSearch, root: ShapeId): readonly string[] {
  const paths: string[] = [];
  const way: Entered[] = [];
  const entered = new Set<ShapeId>();
  const enter = (id: ShapeId, path: string) => {
    if (id === target) paths.push(path);
    const shape = findShape(model, id);
    if (!shape || !isAggregate(shape) || entered.has(id)) return;
    entered.add(id);
    way.push({ shape, path, next: 0 });
  };
  enter(root, "");
  for (let last = way.at(-1); last && paths.length < limit; last = way.at(-1)) {
    const member = last.shape.members[last.next++];
    if (!member) {
      way.pop();
      entered.delete(last.shape.id);
    } else if (above.has(member.target)) enter(member.target, memberPath(last.path, last.shape, member.name));
  }
  return paths;
}

/** Returns the ids of all shapes from which `target` can be reached, `target` included. */
export function findAncestors(model: Model, target: ShapeId): ReadonlySet<ShapeId> {
  const incoming = incomingOf(model);
  const seen = new Set([target]);
  for (const id of seen) for (const from of incoming.get(id) ?? []) seen.add(from);
  return seen;
}

/** Returns the ids of the shapes that point at a shape. */
export function findSources(model: Model, target: ShapeId): readonly ShapeId[] {
  return incomingOf(model).get(target) ?? [];
}

/** Who points at each shape. */
type Incoming = ReadonlyMap<ShapeId, readonly ShapeId[]>;

const INCOMING = new WeakMap<Model, Incoming>();

function incomingOf(model: Model): Incoming {
  const known = INCOMING.get(model);
  if (known) return known;
  const incoming = new Map<ShapeId, ShapeId[]>();
  for (const shape of model.shapes.values()) {
    visitNeighbors(shape, (_, target) => {
      const sources = incoming.get(target);
      if (!sources) incoming.set(target, [shape.id]);
      else if (sources[sources.length - 1] !== shape.id) sources.push(shape.id);
    });
  }
  INCOMING.set(model, incoming);
  return incoming;
}

/** Makes what {@link findAncestors} knows of `before` known of `after`. See {@link shareIndexes}. */
export function shareAncestors(before: Model, after: Model, changed: Iterable<ShapeId>): void {
  const known = INCOMING.get(before);
  if (!known || INCOMING.has(after)) return;
  const changes = new Map<ShapeId, readonly ShapeId[]>();
  const sourcesOf = (target: ShapeId) => changes.get(target) ?? known.get(target) ?? [];
  for (const id of changed) {
    const old = targetsOf(before.shapes.get(id));
    const now = targetsOf(after.shapes.get(id));
    for (const target of old) {
      if (now.has(target)) continue;
      const others = sourcesOf(target).filter((source) => source !== id);
      changes.set(target, others);
    }
    for (const target of now) if (!old.has(target)) changes.set(target, [...sourcesOf(target), id]);
  }
  INCOMING.set(after, deriveMap(known, changes));
}

function targetsOf(shape: Shape | undefined): ReadonlySet<ShapeId> {
  const targets = new Set<ShapeId>();
  if (shape) visitNeighbors(shape, (_, target) => targets.add(target));
  return targets;
}
