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
      const visiting = { context, visit: (target: ShapeId) => refs.push({ from, trait, target }) };
      visitIdRefs(visiting, { shape: definition, isIdRef: hasTrait(definition, "idRef") }, value);
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

interface Visiting {
  readonly context: ValidationContext;
  visit(target: ShapeId): void;
}

/** What a value stands for, and whether that is the id of a shape. */
interface Standing {
  readonly shape: Shape;
  readonly isIdRef: boolean;
}

/** Values are as deep as the reader let them be. */
function visitIdRefs(visiting: Visiting, { shape, isIdRef }: Standing, value: NodeValue): void {
  if (isIdRef && typeof value === "string" && isShapeId(value)) visiting.visit(value);
  const visitMember = (name: string, entry: NodeValue) => {
    const member = findMember(shape, name);
    const target = member && visiting.context.shape(member.target);
    if (!target) return;
    const isReference = hasTrait(member, "idRef") || hasTrait(target, "idRef");
    visitIdRefs(visiting, { shape: target, isIdRef: isReference }, entry);
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
