import type { Location } from "@shapelog/diagnostics";
import { equalNodes, isNodeArray, type NodeValue, type ShapeId, type Traits } from "@shapelog/model";
import { smithyDiagnostics } from "../diagnostics.js";
import type { Loading } from "./loading.js";

/** Traits that come to others. */
export interface AddedTraits {
  readonly traits: Traits;
  place(trait: ShapeId): Location | undefined;
}

/**
 * Returns the traits of a shape or member with others added (Smithy 2.0, "Trait conflict resolution"): lists are
 * concatenated, equal values are fine, and of two different values the first is kept and the second reported.
 */
export function mergeTraits(
  loading: Pick<Loading, "diagnostics">,
  { id: of, traits }: { readonly id: ShapeId; readonly traits: Traits },
  added: Iterable<AddedTraits>,
): Traits {
  const merged = new Map<ShapeId, NodeValue>(Object.entries(traits));
  const lists = new Map<ShapeId, NodeValue[]>();
  for (const each of added) {
    for (const id in each.traits) {
      const value = each.traits[id] ?? null;
      const current = merged.get(id);
      if (current === undefined) merged.set(id, value);
      else if (isNodeArray(current) && isNodeArray(value)) {
        const list = lists.get(id) ?? [...current];
        for (const element of value) list.push(element);
        lists.set(id, list);
        merged.set(id, list);
      } else if (!equalNodes(current, value)) {
        const data = { trait: id, of };
        loading.diagnostics.push(smithyDiagnostics.create("conflicting-trait", each.place(id), data));
      }
    }
  }
  return Object.fromEntries(merged);
}
