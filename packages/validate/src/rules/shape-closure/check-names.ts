import { type ShapeId, shapeName } from "@shapelog/model";
import type { Closure } from "./read-closures.js";

/** What can be wrong with a rename. */
export type RenameProblem =
  | { readonly kind: "same-name" | "not-in-closure"; readonly shape: ShapeId; readonly name: string }
  | {
      readonly kind: "name-taken";
      readonly shape: ShapeId;
      readonly name: string;
      readonly by: ShapeId;
      readonly renamed: boolean;
    };

/** Returns what is wrong with the renames of a closure. Names that differ in case alone count as one. */
export function* checkRenames({ rename }: Closure, shapes: ReadonlySet<ShapeId>): Iterable<RenameProblem> {
  if (rename.size === 0) return;
  const taken = new Map<string, ShapeId>();
  for (const id of shapes) if (!rename.has(id)) taken.set(keyOf(shapeName(id)), id);
  const renamed = new Map<string, ShapeId>();
  for (const [shape, name] of rename) {
    if (name === shapeName(shape)) yield { kind: "same-name", shape, name };
    if (!shapes.has(shape)) {
      yield { kind: "not-in-closure", shape, name };
      continue;
    }
    for (const names of [renamed, taken]) {
      const by = names.get(keyOf(name));
      if (by !== undefined) yield { kind: "name-taken", shape, name, by, renamed: names === renamed };
    }
    renamed.set(keyOf(name), shape);
  }
}

/** Returns groups of shapes, none of them renamed, whose names differ in case or namespace alone. */
export function findConflicts(
  { rename }: Closure,
  shapes: ReadonlySet<ShapeId>,
): readonly (readonly ShapeId[])[] {
  const groups = new Map<string, ShapeId[]>();
  for (const id of [...shapes].sort()) {
    if (rename.has(id)) continue;
    const key = keyOf(shapeName(id));
    const group = groups.get(key);
    if (group) group.push(id);
    else groups.set(key, [id]);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

function keyOf(name: string): string {
  return name.toLowerCase();
}
