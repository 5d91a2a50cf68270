import { canonicalJson, isNodeArray, isNodeObject, type NodeValue } from "@shapelog/model";
import type { TraitDelta } from "../rule/select.js";
import { isRemoved } from "../rule/trait-rule.js";

/** Returns a trait's value where it is a text, or another plain value: in a model from a stranger it can be anything. */
export function textOf(value: NodeValue | undefined): string {
  if (isNodeArray(value) || isNodeObject(value)) return "…";
  return typeof value === "string" ? value : canonicalJson(value ?? null);
}

/** Returns whether a default is absent or null, which says the same (Smithy 2.0, "default trait"). */
export function isNothing(value: NodeValue | undefined): boolean {
  return value === undefined || value === null;
}

/** Returns what a change of `@streaming` or `@requiresLength` does. */
export function describeStreaming(delta: TraitDelta): string {
  if (delta.change.trait === "smithy.api#requiresLength") {
    return isRemoved(delta) ? "needs no known length any more" : "needs a known length now";
  }
  return isRemoved(delta) ? "is not streamed any more" : "is streamed now";
}
