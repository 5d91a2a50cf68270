import { isAggregate, type Member, type Shape, type ShapeId } from "@shapelog/model";
import { smithyDiagnostics } from "../diagnostics.js";
import { findInheritedMembers } from "./inherited-members.js";
import { addToInherited, type Loading } from "./loading.js";
import { mergeTraits } from "./merge-traits.js";
import type { Apply, ModelPart } from "./model-part.js";

/** The applies to one shape or member. */
type Applies = readonly [Apply, ...Apply[]];

/**
 * Adds the traits of all `apply` statements to their shapes and members (Smithy 2.0, "Applying traits externally"). A
 * member that comes from a mixin is redefined in the shape with the same target and only the applied traits.
 */
export function applyTraits(loading: Loading, parts: readonly ModelPart[]): void {
  const byTarget = new Map<ShapeId, [Apply, ...Apply[]]>();
  for (const part of parts) {
    for (const apply of part.applies) {
      const others = byTarget.get(apply.target);
      if (others) others.push(apply);
      else byTarget.set(apply.target, [apply]);
    }
  }
  const members = new Map<ShapeId, Map<string, Applies>>();
  for (const [target, applies] of byTarget) {
    const dollar = target.indexOf("$");
    const id = dollar === -1 ? target : target.slice(0, dollar);
    const shape = loading.shapes.get(id);
    if (!shape || (dollar !== -1 && !isAggregate(shape))) reportMissing(loading, applies);
    else if (dollar === -1) applyToShape(loading, shape, applies);
    else {
      const names = members.get(id) ?? new Map<string, Applies>();
      members.set(id, names.set(target.slice(dollar + 1), applies));
    }
  }
  for (const [id, names] of members) applyToMembers(loading, loading.shapes.get(id), names);
}

function applyToShape(loading: Loading, shape: Shape, applies: Applies): void {
  loading.shapes.set(shape.id, { ...shape, traits: mergeTraits(loading, shape, applies) });
}

function applyToMembers(
  loading: Loading,
  shape: Shape | undefined,
  applies: ReadonlyMap<string, Applies>,
): void {
  if (!shape || !isAggregate(shape)) return;
  const own = new Set(shape.members.map(({ name }) => name));
  const members = shape.members.map((member): Member => {
    const added = applies.get(member.name);
    if (!added) return member;
    return { ...member, traits: mergeTraits(loading, { id: added[0].target, traits: member.traits }, added) };
  });
  const others = [...applies].filter(([name]) => !own.has(name));
  const inheritedMembers = others.length === 0 ? undefined : findInheritedMembers(loading.shapes, shape);
  for (const [name, added] of others) {
    const inherited = inheritedMembers?.get(name);
    if (!inherited) {
      reportMissing(loading, added);
      continue;
    }
    addToInherited(loading, shape.id, name);
    const traits = mergeTraits(loading, { id: added[0].target, traits: {} }, added);
    members.push({ name, target: inherited.target, traits });
  }
  loading.shapes.set(shape.id, { ...shape, members });
}

function reportMissing(loading: Loading, applies: Applies): void {
  for (const { target, place } of applies) {
    const name = target.startsWith("smithy.api#") ? "apply-to-prelude" : "apply-without-shape";
    loading.diagnostics.push(smithyDiagnostics.create(name, place(), { target }));
  }
}
