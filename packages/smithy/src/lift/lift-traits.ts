import { compareCodeUnits, isNodeObject, type NodeValue, type ShapeId, type Traits } from "@shapelog/model";
import { escapeActing } from "../idl/quote.js";
import type { Documentation, TraitNode, ValueNode } from "../idl/syntax.js";
import { liftId, liftValue, NOWHERE } from "./lift-value.js";
import type { Lifting } from "./lifting.js";

const DOCUMENTATION = "smithy.api#documentation";

/** How the traits of a shape or member are written. */
export interface LiftedTraits {
  readonly documentation?: Documentation;
  readonly traits: readonly TraitNode[];
}

/** Returns how traits are written, sorted by id; documentation as a comment where a comment can say it. */
export function liftTraits(lifting: Lifting, traits: Traits): LiftedTraits {
  const text = traits[DOCUMENTATION];
  const documented = typeof text === "string" && fitsComment(text);
  const ids = Object.keys(traits).filter((id) => !documented || id !== DOCUMENTATION);
  const nodes = liftAppliedTraits(lifting, traits, ids);
  return documented ? { documentation: { ...NOWHERE, text }, traits: nodes } : { traits: nodes };
}

/** Returns how the given traits are written, documentation as a trait. */
export function liftAppliedTraits(
  { findKind, naming }: Lifting,
  traits: Traits,
  ids: readonly ShapeId[] = Object.keys(traits),
): TraitNode[] {
  return ids.toSorted(compareCodeUnits).map((id): TraitNode => {
    const node = { kind: "trait", ...NOWHERE, id: liftId(naming.write(id)) } as const;
    const value = traits[id] ?? null;
    if (isImplied(value, findKind(id))) return { ...node, structured: false };
    const structured = isNodeObject(value) && Object.keys(value).length > 0;
    const isText = id === DOCUMENTATION && typeof value === "string" && value.includes("\n");
    return { ...node, value: isText ? liftText(value) : liftValue(value), structured };
  });
}

function liftText(value: string): ValueNode {
  return { kind: "textBlock", ...NOWHERE, value };
}

/** Returns whether a trait without a value is read with this value. */
function isImplied(value: NodeValue, kind: string | undefined): boolean {
  if (!isNodeObject(value) || Object.keys(value).length > 0) return false;
  return kind === undefined || kind === "structure" || kind === "map";
}

/** Returns whether comments of three slashes can say a text: without spaces that would be lost or what needs an escape. */
function fitsComment(text: string): boolean {
  return !/[ \t](?:\n|$)|^\n|\n$|^$/.test(text) && escapeActing(text) === text;
}
