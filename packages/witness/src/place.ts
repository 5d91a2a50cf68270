import { findMember, findShape, type Member, memberPath, type Position, type Shape } from "@shapelog/model";
import { findById, findOperation, type Side, type Sides } from "./side.js";

/** What stands at a place on one side: the shape, with the traits of the member over its own, and that member. */
export interface Spot {
  readonly shape: Shape;
  readonly member?: Member;
}

/** One step down: into a member of a structure or union, an item of a list, or a key or value of a map. */
export interface Step {
  readonly name: string;
  readonly into: "member" | "item" | "key" | "value";
  readonly before: Spot | undefined;
  readonly after: Spot | undefined;
}

/** A place in what an operation takes, returns or fails with, on both sides. */
export interface Place {
  readonly position: Position;
  readonly root: { readonly before: Spot | undefined; readonly after: Spot | undefined };
  readonly steps: readonly Step[];
}

export type SideName = "before" | "after";

/** Returns what stands at a position on both sides; `undefined` where a step of its path is on neither. */
export function findPlace(position: Position, sides: Sides): Place | undefined {
  const root = { before: findRoot(position, sides.before), after: findRoot(position, sides.after) };
  if (!root.before && !root.after) return undefined;
  let place: Place = { position: { ...position, path: "" }, root, steps: [] };
  let rest = position.path;
  while (rest !== "") {
    const found = readStep(rest, place);
    if (!found) return undefined;
    place = enter(place, found.name, sides);
    rest = rest.slice(found.length);
  }
  return place;
}

/** Returns what stands at the end of a place on one side. */
export function spotOf(place: Place, side: SideName): Spot | undefined {
  return (place.steps.at(-1) ?? place.root)[side];
}

/** Returns the place one member further down. */
export function enter(place: Place, name: string, sides: Sides): Place {
  const [before, after] = [spotOf(place, "before"), spotOf(place, "after")];
  const container = before?.shape ?? after?.shape;
  const step: Step = {
    name,
    into: container ? intoOf(container, name) : "member",
    before: inside(sides.before, before, name),
    after: inside(sides.after, after, name),
  };
  const path = container ? memberPath(place.position.path, container, name) : name;
  return { ...place, position: { ...place.position, path }, steps: [...place.steps, step] };
}

/** Returns the place that a member is in: the one around it. */
export function leave(place: Place): Place {
  return { ...place, steps: place.steps.slice(0, -1) };
}

function intoOf(container: Shape, name: string): Step["into"] {
  if (container.kind === "list") return "item";
  if (container.kind === "map") return name === "key" ? "key" : "value";
  return "member";
}

function inside(side: Side, spot: Spot | undefined, name: string): Spot | undefined {
  const member = spot && findMember(spot.shape, name);
  return member && spotOfMember(side, member);
}

/** Returns what a member holds: constraints of the member stand in for those of its target. */
export function spotOfMember({ model }: Side, member: Member): Spot | undefined {
  const target = findShape(model, member.target);
  if (!target) return undefined;
  return { member, shape: { ...target, traits: { ...target.traits, ...member.traits } } };
}

function findRoot({ operation, direction, error }: Position, side: Side): Spot | undefined {
  const bound = findOperation(side, operation);
  if (!bound) return undefined;
  if (error !== undefined) {
    const shape = findById(side.model, error);
    return shape && { shape };
  }
  const shape = findShape(side.model, direction === "request" ? bound.input : bound.output);
  return shape && { shape };
}

const AFTER_NAME = ["", ".", "[", "{"];

/** Reads the step at the start of a path: of the members that are there on either side, the one of the longest name. */
function readStep(
  path: string,
  place: Place,
): { readonly name: string; readonly length: number } | undefined {
  const containers = (["before", "after"] as const).flatMap((side) => spotOf(place, side)?.shape ?? []);
  const kinds = containers.map(({ kind }) => kind);
  if (path.startsWith("[]") && kinds.includes("list")) return { name: "member", length: 2 };
  if (path.startsWith("{key}") && kinds.includes("map")) return { name: "key", length: 5 };
  if (path.startsWith("{}") && kinds.includes("map")) return { name: "value", length: 2 };
  const start = path.startsWith(".") ? 1 : 0;
  const rest = path.slice(start);
  const names = containers
    .flatMap((shape) => ("members" in shape ? shape.members : []))
    .map(({ name }) => name);
  const fitting = names.filter(
    (name) => rest.startsWith(name) && AFTER_NAME.includes(rest.slice(name.length, name.length + 1)),
  );
  const [name] = fitting.sort((a, b) => b.length - a.length);
  return name === undefined ? undefined : { name, length: start + name.length };
}
