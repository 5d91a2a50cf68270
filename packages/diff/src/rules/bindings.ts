import type { ShapeLevelChange } from "../change.js";

/** A change of what a service or resource binds that names one shape. */
export type BindingChange = Extract<ShapeLevelChange, { readonly target: string }>;

const BINDING =
  /^(service|resource)\.(operation|resource|collectionOperation|lifecycle|identifier|property)\.(added|removed|changed)$/;

/** Returns whether a change is about what a service or resource binds. */
export function isBindingChange(change: ShapeLevelChange): boolean {
  return BINDING.test(change.kind);
}

/** Returns whether a change took a shape out of what a service or resource binds. */
export function isBindingRemoval(change: ShapeLevelChange): change is BindingChange {
  return isBindingChange(change) && "target" in change && change.kind.endsWith(".removed");
}
