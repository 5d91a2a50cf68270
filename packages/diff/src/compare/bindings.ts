import type { Change, NamedChange, ShapeLevelChange } from "@shapelog/changes";
import type { Difference } from "../rule/rule.js";

/** A change of what a service or resource binds. */
export type BindingChange =
  | Extract<ShapeLevelChange, { readonly index: number; readonly target: string }>
  | Extract<NamedChange, { readonly kind: `${string}.changed` }>;

/** The kinds of changes by which an operation or resource is bound or let go. */
export const BINDING_KINDS = [
  "service.operation.added",
  "service.operation.removed",
  "service.resource.added",
  "service.resource.removed",
  "resource.operation.added",
  "resource.operation.removed",
  "resource.collectionOperation.added",
  "resource.collectionOperation.removed",
  "resource.resource.added",
  "resource.resource.removed",
  "resource.lifecycle.added",
  "resource.lifecycle.removed",
  "resource.lifecycle.changed",
] as const satisfies readonly ShapeLevelChange["kind"][];

const KINDS: ReadonlySet<string> = new Set(BINDING_KINDS);

/** Returns whether a change binds an operation or resource, or lets one go. */
export function isBindingChange(change: Change): change is BindingChange {
  return KINDS.has(change.kind);
}

/** Returns the changes of services and resources that are told at an operation. */
export function ofBinding(difference: Difference): ShapeLevelChange[] {
  return difference.changes.filter(
    (change): change is ShapeLevelChange => "shape" in change && change.shape !== difference.shape,
  );
}
