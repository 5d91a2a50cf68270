import { findClosure, findMember, findShape, type Member, type Model, type ShapeId } from "@shapelog/model";
import type { Mention } from "./find-claims.js";
import { indexNames, type NameUse } from "./name-index.js";

/**
 * Returns the shapes of a model that a place of a text is or holds: a shape and what it reaches, or what a member of this
 * name reaches. Empty where it is no place, such as a value.
 */
export function findPlace(model: Model, place: Mention): ReadonlySet<ShapeId> {
  const within = place.within.at(-1);
  const uses = indexNames(model).get(place.name) ?? [];
  return findClosure(
    model,
    uses.flatMap((use) => (isWithin(model, use, within) ? rootsOf(model, use) : [])),
  );
}

/** A path is of this member where what holds it is named so, or reached by a member that is. */
function isWithin(model: Model, { shape, member }: NameUse, within: string | undefined): boolean {
  if (within === undefined || member === undefined) return true;
  const holders = (indexNames(model).get(within) ?? []).flatMap((use) => rootsOf(model, use));
  return holders.length === 0 || findClosure(model, holders).has(shape);
}

function rootsOf(model: Model, { shape: id, member: name }: NameUse): readonly ShapeId[] {
  if (name === undefined) return [id];
  const shape = findShape(model, id);
  const member = shape && findMember(shape, name);
  if (!member || shape.kind === "enum" || shape.kind === "intEnum") return [];
  return model.shapes.has(member.target) ? [member.target] : [];
}

/** Returns the members, of structures and the like, that a name is the name of. */
export function membersNamed(
  model: Model,
  name: string,
): readonly { readonly shape: ShapeId; readonly member: Member }[] {
  return (indexNames(model).get(name) ?? []).flatMap(({ shape: id, member: own }) => {
    const shape = findShape(model, id);
    const member = shape && own !== undefined ? findMember(shape, own) : undefined;
    return member ? [{ shape: id, member }] : [];
  });
}
