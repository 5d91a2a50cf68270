import { findMovedNamespace } from "@shapelog/diff";
import type { Step } from "@shapelog/ledger";
import type { Model, ShapeId } from "@shapelog/model";
import { indexApi } from "./api-index.js";
import { isDeprecated, type Removal } from "./removal.js";

/**
 * Returns the place among a ledger's steps of the one that deprecated what is removed after the first `end` of them: the
 * last time, where it was deprecated more than once. Nothing where it was not deprecated when it was removed.
 */
export function findDeprecatedSince(
  removal: Removal,
  steps: readonly Step[],
  end: number,
): number | undefined {
  let named = removal;
  for (let index = end - 1; index >= 0; index--) {
    const step = steps[index];
    if (!step || !isDeprecated(named, indexApi(step.after))) return index + 1 === end ? undefined : index + 1;
    named = renameRemoval(named, findOldName(step.before, step.after));
  }
  return end === 0 ? undefined : 0;
}

/** Returns what gives the id that a shape has in `to` of the one that it has in `from`: another one where all of a namespace moved. */
export function findNewName(from: Model, to: Model): (id: ShapeId) => ShapeId {
  return renameBy(findMovedNamespace({ before: from, after: to }));
}

function findOldName(before: Model, after: Model): (id: ShapeId) => ShapeId {
  const moved = findMovedNamespace({ before, after });
  return renameBy(moved && { from: moved.to, to: moved.from });
}

function renameBy(moved: { readonly from: string; readonly to: string } | undefined) {
  if (!moved) return (id: ShapeId) => id;
  const start = `${moved.from}#`;
  return (id: ShapeId) => (id.startsWith(start) ? `${moved.to}#${id.slice(start.length)}` : id);
}

/** Returns a removal with the ids of another model. */
export function renameRemoval(removal: Removal, rename: (id: ShapeId) => ShapeId): Removal {
  const { shape, operations } = removal;
  return { ...removal, shape: rename(shape), ...(operations ? { operations: operations.map(rename) } : {}) };
}
