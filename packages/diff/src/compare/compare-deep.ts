import {
  enumValue,
  findShape,
  isAggregate,
  isDemanded,
  isPromised,
  type Member,
  type Model,
  type Shape,
  type ShapeKind,
  type Traited,
} from "@shapelog/model";
import { BROKEN, type Levels, type RequestLevel, type ResponseLevel, SAME } from "./levels.js";
import { KIND_LEVELS, relateKinds } from "./relate-kinds.js";
import { type ComparedModels, findDifferingTraits, levelsOfTrait } from "./trait-levels.js";
import { changesWireType } from "./wire-type.js";

/** One difference inside two shapes. */
export interface DeepDifference {
  /** Where it is, from the shapes on; empty for the shapes themselves. */
  readonly path: string;
  readonly what: "gone" | "added" | "changed";
  readonly request: RequestLevel;
  readonly response: ResponseLevel;
}

interface Walk {
  readonly models: ComparedModels;
  /** Pairs of shapes that were entered: what is inside them is told where they are met first. */
  readonly seen: Set<string>;
  readonly found: DeepDifference[];
  /** Pairs of shapes yet to be compared: a chain of shapes can be longer than the stack is deep. */
  readonly open: Pair<Shape>[];
}

/** What stands at one place on both sides. */
interface Pair<Side> {
  readonly old: Side;
  readonly now: Side;
  readonly path: string;
}

/** Returns what differs between two shapes, all the way down. */
export function findDeepDifferences(models: ComparedModels, before: Shape, after: Shape): DeepDifference[] {
  const walk: Walk = { models, seen: new Set(), found: [], open: [{ old: before, now: after, path: "" }] };
  for (const pair of walk.open) compareShapes(walk, pair);
  return walk.found;
}

function tell(walk: Walk, path: string, [request, response]: Levels): void {
  walk.found.push({ path, what: "changed", request, response });
}

function compareShapes(walk: Walk, pair: Pair<Shape>): void {
  const { old, now, path } = pair;
  if (old.kind !== now.kind && !areRecords(old, now)) {
    tell(walk, path, KIND_LEVELS[relateKinds(old.kind, now.kind)]);
    return;
  }
  compareTraits(walk, pair);
  if (!isAggregate(old) || !isAggregate(now)) return;
  const key = `${old.id} ${now.id}`;
  if (walk.seen.has(key)) return;
  walk.seen.add(key);
  if (old.kind === "enum" || old.kind === "intEnum") {
    compareValues(walk, { old: old.members, now: now.members, path });
    return;
  }
  if (old.kind !== now.kind) tell(walk, path, old.kind === "structure" ? CLOSED : OPENED);
  const others = new Map(now.members.map((member) => [member.name, member]));
  const known = new Set(old.members.map(({ name }) => name));
  for (const member of old.members) {
    const inner = join(path, old.kind, member.name);
    const other = others.get(member.name);
    if (other) {
      compareMembers(walk, {
        old: { shape: old, member },
        now: { shape: now, member: other },
        path: inner,
      });
    } else {
      const [request, response] = BROKEN;
      walk.found.push({ path: inner, what: "gone", request, response });
    }
  }
  for (const member of now.members) {
    if (known.has(member.name)) continue;
    const [request, response] = levelsOfNew(old, member);
    walk.found.push({ path: join(path, old.kind, member.name), what: "added", request, response });
  }
}

/**
 * Returns whether both are a structure or union. In JSON and in types a union is a structure that holds one member, so
 * that those of one kind can be read as those of the other where their members agree.
 */
export function areRecords(old: Shape, now: Shape): boolean {
  return [old, now].every(({ kind }) => kind === "structure" || kind === "union");
}

function join(path: string, kind: ShapeKind, name: string): string {
  if (kind === "list") return `${path}[]`;
  if (kind === "map") return name === "key" ? `${path}.key` : `${path}{}`;
  return path === "" ? name : `${path}.${name}`;
}

/** A structure that became a union: callers may send one member alone. */
const CLOSED: Levels = ["other", "extended"];
/** A union that became a structure: callers may read several members. */
const OPENED: Levels = ["extended", "opened"];

/** A member that the other one did not have. Who switches over a union meets it; who reads a structure does not. */
function levelsOfNew(old: Shape, member: Member): Levels {
  if (old.kind === "union" && !isDemanded(member)) return ["extended", "opened"];
  return [isDemanded(member) ? "other" : "extended", "extended"];
}

function compareValues(walk: Walk, { old, now, path }: Pair<readonly Member[]>): void {
  const [before, after] = [new Set(old.map(enumValue)), new Set(now.map(enumValue))];
  const isGone = [...before].some((value) => !after.has(value));
  const isNew = [...after].some((value) => !before.has(value));
  if (isGone) tell(walk, path, BROKEN);
  else if (isNew) tell(walk, path, ["extended", "opened"]);
}

interface MemberOf {
  readonly shape: Shape;
  readonly member: Member;
}

function compareMembers(walk: Walk, { old, now, path }: Pair<MemberOf>): void {
  const { before, after } = walk.models;
  const demanded = [demands(old), demands(now)] as const;
  const promised = [promises(before, old), promises(after, now)] as const;
  const request = demanded[0] === demanded[1] ? "renamed" : demanded[1] ? "other" : "extended";
  const response = promised[0] === promised[1] ? "renamed" : promised[1] ? "extended" : "other";
  if (request !== "renamed" || response !== "renamed") tell(walk, path, [request, response]);
  compareTraits(walk, { old: old.member, now: now.member, path });
  if (changesWireType(walk.models, { before: old.member, after: now.member })) tell(walk, path, BROKEN);
  const targets = [findShape(before, old.member.target), findShape(after, now.member.target)] as const;
  if (targets[0] && targets[1]) walk.open.push({ old: targets[0], now: targets[1], path });
  else if (old.member.target !== now.member.target) tell(walk, path, BROKEN);
}

function demands({ shape, member }: MemberOf): boolean {
  return shape.kind === "structure" && isDemanded(member);
}

function promises(model: Model, { shape, member }: MemberOf): boolean {
  return shape.kind === "structure" && isPromised(model, member);
}

function compareTraits(walk: Walk, { old, now, path }: Pair<Traited>): void {
  for (const id of findDifferingTraits(old.traits, now.traits)) {
    const levels = levelsOfTrait(walk.models, id, { old, now });
    if (levels !== SAME) tell(walk, path, levels);
  }
}
