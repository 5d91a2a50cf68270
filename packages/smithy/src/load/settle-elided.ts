import { isAggregate, type Member, memberId, type Shape, type ShapeId } from "@shapelog/model";
import { smithyDiagnostics } from "../diagnostics.js";
import { findInheritedMembers } from "./inherited-members.js";
import { addToInherited, type Loading } from "./loading.js";
import { ELIDED, type ModelPart } from "./model-part.js";

/**
 * Finds the targets of elided members (Smithy 2.0, "Target elision"): in the identifiers and properties of the resource
 * that the structure is bound to, and in its mixins. An elided member that is inherited and adds no trait says nothing.
 * `mixed` has the shapes with mixins, each after its mixins; what `broken` ones of them leave open is not reported.
 */
export function settleElidedMembers(
  loading: Loading,
  parts: readonly ModelPart[],
  { mixed, broken }: { readonly mixed: readonly ShapeId[]; readonly broken: ReadonlySet<ShapeId> },
): void {
  for (const part of parts) {
    for (const [id, resource] of part.resources) takeFromResource(loading, id, resource, part.elided.has(id));
  }
  const elided = new Map<ShapeId, Shape>();
  for (const part of parts) {
    for (const id of part.elided) {
      const written = part.shapes.get(id);
      if (written && !elided.has(id)) elided.set(id, written);
    }
  }
  for (const id of new Set([...mixed, ...elided.keys()])) {
    for (const name of takeFromMixins(loading, elided.get(id), id)) {
      if (broken.has(id)) continue;
      const member = memberId(id, name);
      const place = loading.locate(member);
      loading.diagnostics.push(smithyDiagnostics.create("unresolved-elision", place, { member }));
    }
  }
}

function takeFromResource(loading: Loading, id: ShapeId, resourceId: ShapeId, elides: boolean): void {
  const shape = loading.shapes.get(id);
  const resource = loading.shapes.get(resourceId);
  if (!shape || !isAggregate(shape)) return;
  if (resource?.kind !== "resource") {
    const data = { id, resource: resourceId, found: resource?.kind ?? "nothing" };
    loading.diagnostics.push(smithyDiagnostics.create("not-a-resource", loading.locate(id), data));
    return;
  }
  reportPrivateResource(loading, id, resource);
  if (!elides) return;
  const targets = new Map<string, ShapeId>();
  for (const { name, target } of resource.identifiers) targets.set(name, target);
  for (const { name, target } of resource.properties) targets.set(name, target);
  const members = shape.members.map((member): Member => {
    const target = member.target === ELIDED ? targets.get(member.name) : undefined;
    return target === undefined ? member : { ...member, target };
  });
  loading.shapes.set(id, { ...shape, members });
}

/** The binding is not kept in the model, so nothing later can see it. */
function reportPrivateResource(loading: Loading, id: ShapeId, resource: Shape): void {
  if (resource.traits["smithy.api#private"] === undefined) return;
  if (namespaceOf(id) === namespaceOf(resource.id)) return;
  const data = { id, resource: resource.id };
  loading.diagnostics.push(smithyDiagnostics.create("private-resource", loading.locate(id), data));
}

/** Takes the targets of elided members from mixins; returns the names of members that find none, which are left out. */
function takeFromMixins(loading: Loading, written: Shape | undefined, id: ShapeId): readonly string[] {
  const shape = loading.shapes.get(id);
  if (!written || !isAggregate(written) || !shape || !isAggregate(shape)) return [];
  const lost: string[] = [];
  const elided = new Set(written.members.filter(({ target }) => target === ELIDED).map(({ name }) => name));
  const inherited = findInheritedMembers(loading.shapes, shape);
  const members = shape.members.flatMap((member): Member[] => {
    if (!elided.has(member.name)) return [member];
    const found = inherited.get(member.name);
    const disagrees = member.target !== ELIDED && member.target !== found?.target;
    if ((!found || disagrees) && member.target !== ELIDED) return [member];
    if (!found) {
      lost.push(member.name);
      return [];
    }
    if (Object.keys(member.traits).length === 0) return [];
    addToInherited(loading, id, member.name);
    return [{ ...member, target: found.target }];
  });
  loading.shapes.set(id, { ...shape, members });
  return lost;
}

function namespaceOf(id: ShapeId): string {
  return id.slice(0, id.indexOf("#"));
}
