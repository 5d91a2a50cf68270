import { type EnumShape, type IntEnumShape, type Member, memberId, type ShapeId } from "@shapelog/model";
import { smithyDiagnostics } from "../diagnostics.js";
import { findInheritedMembers } from "./inherited-members.js";
import type { Loading } from "./loading.js";
import { upgradeEnumTrait } from "./upgrade-enum-trait.js";

const VALUE_TRAIT = "smithy.api#enumValue";

/**
 * Makes every enum state all its values (Smithy 2.0, "enum": the default is the member's name), and strings with the
 * deprecated `@enum` trait enums, where `upgrade` says so. `mixed` has the shapes with mixins, each after its mixins.
 */
export function completeEnums(
  loading: Loading,
  mixed: readonly ShapeId[],
  { upgrade }: { readonly upgrade: boolean },
): void {
  const { shapes } = loading;
  const complete = (id: ShapeId, shape: EnumShape | IntEnumShape) => {
    const completed = completeEnum(loading, shape);
    if (completed !== shape) shapes.set(id, completed);
  };
  const later = new Set(mixed);
  for (const [id, shape] of shapes) {
    if (shape.kind === "enum" || shape.kind === "intEnum") {
      if (!later.has(id)) complete(id, shape);
    } else if (upgrade && shape.kind === "string" && "smithy.api#enum" in shape.traits) {
      const enumShape = upgradeEnumTrait(shape);
      if (enumShape) shapes.set(id, enumShape);
    }
  }
  for (const id of mixed) {
    const shape = shapes.get(id);
    if (shape?.kind === "enum" || shape?.kind === "intEnum") complete(id, shape);
  }
}

function completeEnum<T extends EnumShape | IntEnumShape>(loading: Loading, shape: T): T {
  if (shape.members.length === 0) reportEmpty(loading, shape);
  if (shape.members.every(({ traits }) => traits[VALUE_TRAIT] !== undefined)) return shape;
  const inheritedMembers = findInheritedMembers(loading.shapes, shape);
  const members = shape.members.map((member): Member => {
    if (member.traits[VALUE_TRAIT] !== undefined) return member;
    const inherited = inheritedMembers.get(member.name)?.traits[VALUE_TRAIT];
    const value = inherited ?? (shape.kind === "enum" ? member.name : undefined);
    if (value !== undefined) return { ...member, traits: { ...member.traits, [VALUE_TRAIT]: value } };
    const data = { member: memberId(shape.id, member.name) };
    loading.diagnostics.push(
      smithyDiagnostics.create("missing-enum-value", loading.locate(data.member), data),
    );
    return member;
  });
  return { ...shape, members };
}

function reportEmpty(loading: Loading, shape: EnumShape | IntEnumShape): void {
  if (findInheritedMembers(loading.shapes, shape).size > 0) return;
  const { id, kind } = shape;
  loading.diagnostics.push(smithyDiagnostics.create("empty-enum", loading.locate(id), { id, kind }));
}
