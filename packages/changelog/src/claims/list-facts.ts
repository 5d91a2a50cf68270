import type { Change } from "@shapelog/changes";
import { type Shape, type ShapeId, shapeName } from "@shapelog/model";
import { listMembers } from "./name-index.js";

/** Something with a name that came or went. */
export interface NameFact {
  readonly kind: "added" | "removed";
  readonly name: string;
  /** The shape itself, or the one whose member, value or error it is. */
  readonly shape: ShapeId;
  /** Whether it is the shape itself. */
  readonly isShape: boolean;
}

/** Returns the names that changes bring and take, those within whole shapes among them. */
export function listFacts(changes: readonly Change[]): readonly NameFact[] {
  return changes.flatMap(factsOf);
}

function factsOf(change: Change): readonly NameFact[] {
  switch (change.kind) {
    case "shape.added":
      return factsOfShape("added", change.after);
    case "shape.removed":
      return factsOfShape("removed", change.before);
    case "shape.kind.changed":
      return factsOfKind(change.before, change.after);
    case "member.added":
    case "member.removed":
      return [fact(change.kind, change.member, change.shape)];
    case "enum.value.added":
    case "enum.value.removed": {
      const names = new Set([change.member, String(change.value)]);
      return [...names].map((name) => fact(change.kind, name, change.shape));
    }
    case "enum.value.renamed":
      return [fact("removed", change.before, change.shape), fact("added", change.after, change.shape)];
    default:
      return "target" in change ? [fact(change.kind, shapeName(change.target), change.shape)] : [];
  }
}

function fact(kind: string, name: string, shape: ShapeId): NameFact {
  return { kind: kind.endsWith("added") ? "added" : "removed", name, shape, isShape: false };
}

function factsOfShape(kind: NameFact["kind"], shape: Shape): readonly NameFact[] {
  const own: NameFact = { kind, name: shapeName(shape.id), shape: shape.id, isShape: true };
  return [
    own,
    ...listMembers(shape).map(({ name }): NameFact => ({ kind, name, shape: shape.id, isShape: false })),
  ];
}

/** Returns the names that a shape has as one kind alone. */
function factsOfKind(before: Shape, after: Shape): readonly NameFact[] {
  const [old, now] = [before, after].map((shape) => new Set(listMembers(shape).map(({ name }) => name)));
  const of = (
    kind: NameFact["kind"],
    own: ReadonlySet<string> | undefined,
    other: ReadonlySet<string> | undefined,
  ) => [...(own ?? [])].filter((name) => !other?.has(name)).map((name) => fact(kind, name, before.id));
  return [...of("removed", old, now), ...of("added", now, old)];
}
