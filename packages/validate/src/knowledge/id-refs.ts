import {
  findMember,
  hasTrait,
  isAggregate,
  isNodeArray,
  isNodeObject,
  isShapeId,
  type NodeValue,
  type Shape,
  type ShapeId,
} from "@shapelog/model";
import type { ValidationContext } from "../context.js";
import { appliedTraits } from "./applied-traits.js";

/** A shape id in the value of a trait, where the trait's definition has `@idRef`. */
export interface IdRef {
  /** The shape or member that has the trait. */
  readonly from: ShapeId;
  readonly trait: ShapeId;
  readonly target: ShapeId;
}

/** Returns the ids that the traits of a shape and of its members hold. */
export function idRefsOf(context: ValidationContext, shape: ShapeId): readonly IdRef[] {
  return context.know(findIdRefs).get(shape) ?? [];
}

function findIdRefs(context: ValidationContext): ReadonlyMap<ShapeId, readonly IdRef[]> {
  const found = new Map<ShapeId, IdRef[]>();
  for (const { trait, definition } of appliedTraits(context)) {
    if (!mayHoldIdRefs(context, definition)) continue;
    for (const { id: from, shape, value } of context.withTrait(trait)) {
      const refs = found.get(shape.id) ?? [];
      found.set(shape.id, refs);
      visitIdRefs(context, definition, value, (target) => refs.push({ from, trait, target }));
    }
  }
  return found;
}

function mayHoldIdRefs(context: ValidationContext, definition: Shape): boolean {
  const seen = new Set<ShapeId>([definition.id]);
  for (const id of seen) {
    const shape = context.shape(id);
    if (!shape) continue;
    if (hasTrait(shape, "idRef")) return true;
    for (const member of isAggregate(shape) ? shape.members : []) {
      if (hasTrait(member, "idRef")) return true;
      seen.add(member.target);
    }
  }
  return false;
}

/** Values are as deep as the reader let them be. */
function visitIdRefs(
  context: ValidationContext,
  shape: Shape,
  value: NodeValue,
  visit: (target: ShapeId) => void,
  isIdRef = hasTrait(shape, "idRef"),
): void {
  if (isIdRef && typeof value === "string" && isShapeId(value)) visit(value);
  const visitMember = (name: string, entry: NodeValue) => {
    const member = findMember(shape, name);
    const target = member && context.shape(member.target);
    if (!target) return;
    visitIdRefs(context, target, entry, visit, hasTrait(member, "idRef") || hasTrait(target, "idRef"));
  };
  if (isNodeArray(value)) for (const entry of value) visitMember("member", entry);
  if (!isNodeObject(value)) return;
  for (const [key, entry] of Object.entries(value)) {
    if (shape.kind === "map") {
      visitMember("key", key);
      visitMember("value", entry);
    } else visitMember(key, entry);
  }
}
