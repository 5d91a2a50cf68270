import { findShape } from "./lookup.js";
import { visitNeighbors } from "./neighbors.js";
import { deriveMap } from "./revisions/derived-map.js";
import { isAggregate, type Model, type OperationShape, type Shape, type ShapeId } from "./shape.js";
import { shapeName } from "./shape-id.js";

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

/** Returns for every shape reachable from an operation the directions in which it travels. */
export function findDirections(model: Model): ReadonlyMap<ShapeId, ReadonlySet<Direction>> {
  const found = new Map<ShapeId, Set<Direction>>();
  for (const shape of model.shapes.values()) {
    if (shape.kind !== "operation") continue;
    for (const root of rootsOf(shape)) spreadTo(found, model, root);
  }
  return found;
}

/** Returns a position's path as shown: inside an error it starts with the error's name. */
export function displayPath({ error, path }: Pick<Position, "error" | "path">): string {
  if (error === undefined) return path;
  return path === "" ? shapeName(error) : `${shapeName(error)}.${path}`;
}

/** A shape that an operation names. */
export interface Root {
  readonly direction: Direction;
  readonly error: ShapeId | undefined;
  readonly shape: ShapeId;
}

/** Returns the input, the output and the errors of an operation. */
export function rootsOf({ input, output, errors }: OperationShape): Root[] {
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
