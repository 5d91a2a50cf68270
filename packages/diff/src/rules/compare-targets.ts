import {
  equalNodes,
  findShape,
  isAggregate,
  type Model,
  type Shape,
  type ShapeId,
  type ShapeKind,
  type Traits,
} from "@shapelog/model";

/** How the shape a member or operation points at now relates to the one it pointed at before. */
export type TargetRelation =
  /** The same structure under another name. */
  | "renamed"
  /** A number of a kind that holds all the old one did, and more. */
  | "widened"
  /** A number of a kind that holds less. */
  | "narrowed"
  /** A string that became an enum. */
  | "closed"
  /** An enum that became a string. */
  | "opened"
  /** The same kind of simple shape with other limits. */
  | "limited"
  | "other";

const WIDTHS: readonly (readonly ShapeKind[])[] = [
  ["byte", "short", "integer", "intEnum", "long", "bigInteger"],
  ["float", "double", "bigDecimal"],
  ["integer", "double"],
];

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

/** Returns how two targets relate, looking all the way down; recursion ends where it comes round. */
export function compareTargets(before: Model, oldId: ShapeId, after: Model, newId: ShapeId): TargetRelation {
  const old = findShape(before, oldId);
  const now = findShape(after, newId);
  if (!old || !now) return "other";
  if (old.kind !== now.kind) return compareKinds(old.kind, now.kind);
  if (isAlike(before, old, after, now, new Set())) return "renamed";
  return isAggregate(old) ? "other" : "limited";
}

function compareKinds(old: ShapeKind, now: ShapeKind): TargetRelation {
  if (old === "string" && now === "enum") return "closed";
  if (old === "enum" && now === "string") return "opened";
  for (const widths of WIDTHS) {
    const [from, to] = [widths.indexOf(old), widths.indexOf(now)];
    if (from !== -1 && to !== -1) return from < to ? "widened" : "narrowed";
  }
  return "other";
}

function isAlike(before: Model, old: Shape, after: Model, now: Shape, seen: Set<string>): boolean {
  if (old.kind !== now.kind || !equalNodes(telling(old.traits), telling(now.traits))) return false;
  if (!isAggregate(old) || !isAggregate(now)) return true;
  const key = `${old.id} ${now.id}`;
  if (seen.has(key)) return true;
  seen.add(key);
  if (old.members.length !== now.members.length) return false;
  return old.members.every((member, index) => {
    const other = now.members[index];
    if (!other || other.name !== member.name || !equalNodes(telling(member.traits), telling(other.traits)))
      return false;
    const [from, to] = [findShape(before, member.target), findShape(after, other.target)];
    return from !== undefined && to !== undefined && isAlike(before, from, after, to, seen);
  });
}

function telling(traits: Traits): Traits {
  return Object.fromEntries(Object.entries(traits).filter(([id]) => !SILENT.has(id)));
}
