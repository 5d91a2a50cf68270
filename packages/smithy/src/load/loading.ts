import type { Diagnostic } from "@shapelog/diagnostics";
import type { Locate, Shape, ShapeId } from "@shapelog/model";

/** Parts on their way to one model. */
export interface Loading {
  /** The shapes as far as they are made. */
  readonly shapes: Map<ShapeId, Shape>;
  readonly diagnostics: Diagnostic[];
  readonly locate: Locate;
  /** The members, by shape, that are there only to add traits to inherited ones. */
  readonly inherited: Map<ShapeId, Set<string>>;
}

/** Notes that a member is there only to add traits to an inherited one. */
export function addToInherited(loading: Loading, id: ShapeId, name: string): void {
  const names = loading.inherited.get(id);
  if (names) names.add(name);
  else loading.inherited.set(id, new Set([name]));
}
