import type { Shape, ShapeId } from "@shapelog/model";
import {
  BOUND_LISTS,
  type BoundChange,
  type BoundList,
  NAMED_LISTS,
  type NamedChange,
  type NamedList,
} from "./change.js";
import { diffKeyed } from "./keyed.js";

/** A named binding: an identifier, a property, a lifecycle slot, or a renamed shape under its id. */
export interface NamedBinding {
  readonly name: string;
  readonly target: string;
}

/** Returns what differs between the shapes that two services, resources or operations bind. */
export function diffBindings(before: Shape, after: Shape): (BoundChange | NamedChange)[] {
  if (before.kind !== "service" && before.kind !== "resource" && before.kind !== "operation") return [];
  const changes: (BoundChange | NamedChange)[] = [];
  for (const list of boundListsOf(before)) {
    for (const each of diffBound(before, after, list)) changes.push(each);
  }
  for (const list of namedListsOf(before)) {
    for (const each of diffNamed(before, after, list)) changes.push(each);
  }
  return changes;
}

/** Returns the lists of shape ids that a shape's kind has. */
export function boundListsOf(shape: Shape): BoundList[] {
  return (Object.keys(BOUND_LISTS) as BoundList[]).filter((list) => list.startsWith(`${shape.kind}.`)); // its own keys
}

/** Returns the lists of named bindings that a shape's kind has. */
export function namedListsOf(shape: Shape): NamedList[] {
  return (Object.keys(NAMED_LISTS) as NamedList[]).filter((list) => list.startsWith(`${shape.kind}.`)); // its own keys
}

/** Returns one of a shape's lists of shape ids; empty where the shape's kind has no such list. */
export function readBound(shape: Shape, list: BoundList): readonly ShapeId[] {
  const lists: Readonly<Record<string, unknown>> = { ...shape };
  const found = list.startsWith(`${shape.kind}.`) ? lists[BOUND_LISTS[list]] : [];
  return found as readonly ShapeId[]; // every field of BOUND_LISTS is a list of shape ids on its kind
}

/** Returns one of a shape's lists of named bindings. A rename is bound under the renamed shape's id. */
export function readNamed(shape: Shape, list: NamedList): readonly NamedBinding[] {
  if (list === "service.rename") {
    return shape.kind === "service"
      ? shape.rename.map((rename) => ({ name: rename.shape, target: rename.name }))
      : [];
  }
  if (shape.kind !== "resource") return [];
  if (list === "resource.identifier") return shape.identifiers;
  return list === "resource.property" ? shape.properties : shape.lifecycle;
}

function diffBound(before: Shape, after: Shape, list: BoundList): BoundChange[] {
  const shape = before.id;
  const { removed, added, reordered } = diffKeyed(
    readBound(before, list),
    readBound(after, list),
    (id) => id,
  );
  return [
    ...removed.map(({ entry, index }) => ({ kind: `${list}.removed`, shape, index, target: entry }) as const),
    ...(reordered ? [{ kind: `${list}.reordered`, shape, ...reordered } as const] : []),
    ...added.map(({ entry, index }) => ({ kind: `${list}.added`, shape, index, target: entry }) as const),
  ];
}

function diffNamed(before: Shape, after: Shape, list: NamedList): NamedChange[] {
  const shape = before.id;
  const { removed, added, kept, reordered } = diffKeyed(
    readNamed(before, list),
    readNamed(after, list),
    (binding) => binding.name,
  );
  const names = (bindings: readonly NamedBinding[]) => bindings.map((binding) => binding.name);
  return [
    ...removed.map(
      ({ entry, index }) =>
        ({ kind: `${list}.removed`, shape, index, name: entry.name, target: entry.target }) as const,
    ),
    ...(reordered
      ? [
          {
            kind: `${list}.reordered`,
            shape,
            before: names(reordered.before),
            after: names(reordered.after),
          } as const,
        ]
      : []),
    ...kept.flatMap(([old, now]) =>
      old.target === now.target
        ? []
        : [
            {
              kind: `${list}.changed`,
              shape,
              name: old.name,
              before: old.target,
              after: now.target,
            } as const,
          ],
    ),
    ...added.map(
      ({ entry, index }) =>
        ({ kind: `${list}.added`, shape, index, name: entry.name, target: entry.target }) as const,
    ),
  ];
}
