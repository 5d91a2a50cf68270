import {
  type AggregateShape,
  enumValue,
  equalNodes,
  findShape,
  isAggregate,
  type Member,
  type Model,
  type Shape,
  type ShapeId,
  type ShapeKind,
  type Traits,
} from "@shapelog/model";
import { code, codeList } from "../words.js";
import { isDemanded } from "./optionality.js";

/** How the shape something points at now relates to the one it pointed at before. */
export type TargetRelation =
  /** The same under another name. */
  | "renamed"
  /** A number of a kind that holds all the old one did, and more. */
  | "widened"
  /** A number of a kind that holds less. */
  | "narrowed"
  /** A string or number that became an enum. */
  | "closed"
  /** An enum that became a string or number. */
  | "opened"
  /** An enum with other values. */
  | "values"
  /** The same kind of shape with other traits. */
  | "limited"
  /** A structure with all the old members and more; callers need not send those. */
  | "extended"
  /** As `extended`, but callers have to send one of the new members. */
  | "demanding"
  | "other";

/** How two targets relate, and what differs inside them. */
export interface TargetComparison {
  readonly relation: TargetRelation;
  /** What differs inside, as Markdown; empty where that is not known. */
  readonly inside: string;
  /** The shapes that differ: the targets, or what they are lists of. */
  readonly before: Shape | undefined;
  readonly after: Shape | undefined;
}

/** Traits that say nothing about the data itself. */
const SILENT: ReadonlySet<string> = new Set([
  "smithy.api#documentation",
  "smithy.api#externalDocumentation",
  "smithy.api#deprecated",
  "smithy.api#input",
  "smithy.api#output",
  "smithy.api#box",
  "shapelog.botocore#box",
  "smithy.api#tags",
]);

const WIDTHS: readonly (readonly ShapeKind[])[] = [
  ["byte", "short", "integer", "long", "bigInteger"],
  ["float", "double", "bigDecimal"],
  ["integer", "double"],
];

/** Returns a function that compares targets of two models and remembers what it found. */
export function createCompare(before: Model, after: Model) {
  const known = new Map<string, TargetComparison>();
  return (oldId: ShapeId, newId: ShapeId): TargetComparison => {
    const key = `${oldId} ${newId}`;
    const found = known.get(key) ?? compareTargets({ before, after }, oldId, newId, new Set());
    known.set(key, found);
    return found;
  };
}

interface Models {
  readonly before: Model;
  readonly after: Model;
}

/** Returns how two targets relate, looking all the way down; recursion ends where it comes round. */
function compareTargets(
  models: Models,
  oldId: ShapeId,
  newId: ShapeId,
  entered: ReadonlySet<string>,
): TargetComparison {
  const before = findShape(models.before, oldId);
  const after = findShape(models.after, newId);
  const related = (relation: TargetRelation, inside = ""): TargetComparison => {
    return { relation, inside, before, after };
  };
  if (!before || !after || entered.has(`${oldId} ${newId}`)) return related("other");
  if (before.kind !== after.kind) return related(relateKinds(before.kind, after.kind));
  if (isAlike(models, before, after, new Set())) return related("renamed");
  const traits = describeTraits(before.traits, after.traits);
  if (!isAggregate(before) || !isAggregate(after)) return related("limited", traits);
  if (traits !== "") return related(sameMembers(models, before, after) ? "limited" : "other", traits);
  if (before.kind === "enum" || before.kind === "intEnum") return compareEnums(before, after);
  if (before.kind === "list" || before.kind === "map") {
    return compareInner(models, before, after, new Set([...entered, `${oldId} ${newId}`]));
  }
  return compareMembers(models, before, after);
}

function relateKinds(old: ShapeKind, now: ShapeKind): TargetRelation {
  if ((old === "string" && now === "enum") || (old === "integer" && now === "intEnum")) return "closed";
  if ((old === "enum" && now === "string") || (old === "intEnum" && now === "integer")) return "opened";
  for (const widths of WIDTHS) {
    const [from, to] = [widths.indexOf(old), widths.indexOf(now)];
    if (from !== -1 && to !== -1) return from < to ? "widened" : "narrowed";
  }
  return "other";
}

function compareEnums(before: AggregateShape, after: AggregateShape): TargetComparison {
  const [old, now] = [before, after].map((shape) => new Set(shape.members.map(enumValue)));
  const same = [...(old ?? [])].every((value) => now?.has(value)) && old?.size === now?.size;
  return { relation: same ? "renamed" : "values", inside: "", before, after };
}

/** Lists and maps relate as what they hold, where nothing else differs. */
function compareInner(
  models: Models,
  before: AggregateShape,
  after: AggregateShape,
  entered: ReadonlySet<string>,
): TargetComparison {
  const differing = before.members.flatMap((member, index) => {
    const other = after.members[index];
    return other && isAlikeMember(models, member, other, new Set()) ? [] : [{ member, other }];
  });
  const [only] = differing;
  const other = { relation: "other", inside: "", before, after } as const;
  if (differing.length !== 1 || !only?.other) return other;
  const traits = describeTraits(only.member.traits, only.other.traits);
  if (traits !== "") return { ...other, relation: "limited", inside: traits };
  return compareTargets(models, only.member.target, only.other.target, entered);
}

function compareMembers(models: Models, before: AggregateShape, after: AggregateShape): TargetComparison {
  const old = new Map(before.members.map((member) => [member.name, member]));
  const now = new Map(after.members.map((member) => [member.name, member]));
  const gone = before.members.filter((member) => !now.has(member.name));
  const added = after.members.filter((member) => !old.has(member.name));
  const changed = after.members.filter((member) => {
    const other = old.get(member.name);
    return other && !isAlikeMember(models, other, member, new Set());
  });
  const names = (members: readonly Member[]) => codeList(members.map((member) => member.name));
  const inside = [
    ...(gone.length > 0 ? [`without ${names(gone)}`] : []),
    ...(added.length > 0 ? [`with ${names(added)} added`] : []),
    ...(changed.length > 0 ? [`with ${names(changed)} changed`] : []),
  ].join(", ");
  const onlyMore = before.kind === "structure" && gone.length === 0 && changed.length === 0;
  const more = added.some(isDemanded) ? "demanding" : "extended";
  return { relation: onlyMore ? more : "other", inside, before, after };
}

function sameMembers(models: Models, before: AggregateShape, after: AggregateShape): boolean {
  return isAlike(models, { ...before, traits: {} }, { ...after, traits: {} }, new Set());
}

function describeTraits(before: Traits, after: Traits): string {
  const differing = findDifferingTraits(before, after);
  return differing.length === 0 ? "" : `differs in ${codeList(differing)}`;
}

/** Returns the ids of the traits that differ, those aside that say nothing about the data. */
export function findDifferingTraits(before: Traits, after: Traits): string[] {
  const [old, now] = [telling(before), telling(after)];
  const ids = new Set([...Object.keys(old), ...Object.keys(now)]);
  return [...ids].filter((id) => !equalNodes(old[id], now[id])).sort();
}

function isAlike(models: Models, old: Shape, now: Shape, seen: Set<string>): boolean {
  if (old.kind !== now.kind || !equalNodes(telling(old.traits), telling(now.traits))) return false;
  if (!isAggregate(old) || !isAggregate(now)) return true;
  const key = `${old.id} ${now.id}`;
  if (seen.has(key)) return true;
  seen.add(key);
  if (old.members.length !== now.members.length) return false;
  return old.members.every((member, index) => {
    const other = now.members[index];
    return other?.name === member.name && isAlikeMember(models, member, other, seen);
  });
}

function isAlikeMember(models: Models, old: Member, now: Member, seen: Set<string>): boolean {
  if (!equalNodes(telling(old.traits), telling(now.traits))) return false;
  const [from, to] = [findShape(models.before, old.target), findShape(models.after, now.target)];
  return from !== undefined && to !== undefined && isAlike(models, from, to, seen);
}

function telling(traits: Traits): Traits {
  for (const id in traits) {
    if (SILENT.has(id)) return Object.fromEntries(Object.entries(traits).filter(([key]) => !SILENT.has(key)));
  }
  return traits;
}

/** Returns the two names as `A` → `B`, with what differs inside in brackets. */
export function describeRetarget(before: string, after: string, { inside }: TargetComparison): string {
  return `${code(before)} → ${code(after)}${inside === "" ? "" : ` (${inside})`}`;
}
