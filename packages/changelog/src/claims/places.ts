import { findClosure, findMember, findShape, type Member, type Model, type ShapeId } from "@shapelog/model";
import type { Mention } from "./find-claims.js";
import { indexNames, type NameUse } from "./name-index.js";

/** The places of a model that were found lately, by their names. */
interface FoundPlaces {
  readonly places: Map<string, ReadonlySet<ShapeId>>;
  /** How many shapes they hold together, and one for each place. */
  size: number;
}

const FOUND = new WeakMap<Model, FoundPlaces>();
/** Beyond so many shapes and places the places of a model are forgotten: each can hold all that the model has. */
const MOST_KEPT = 500_000;

/**
 * Returns the shapes of a model that a place of a text is or holds: a shape and what it reaches, or what a member of this
 * name reaches. Empty where it is no place, such as a value.
 */
export function findPlace(model: Model, { name, within }: Mention): ReadonlySet<ShapeId> {
  const holder = within.at(-1);
  const key = JSON.stringify([name, holder]);
  const found = FOUND.get(model) ?? { places: new Map(), size: 0 };
  FOUND.set(model, found);
  const known = found.places.get(key);
  if (known) return known;
  const place = followPlace(model, name, holder);
  found.size += place.size + 1;
  if (found.size > MOST_KEPT) {
    found.places.clear();
    found.size = place.size + 1;
  }
  found.places.set(key, place);
  return place;
}

function followPlace(model: Model, name: string, holder: string | undefined): ReadonlySet<ShapeId> {
  const uses = indexNames(model).get(name) ?? [];
  const held = holder === undefined || uses.length === 0 ? undefined : findHeld(model, holder);
  const isWithin = ({ shape, member }: NameUse) => member === undefined || (held?.has(shape) ?? true);
  return findClosure(
    model,
    uses.flatMap((use) => (isWithin(use) ? rootsOf(model, use) : [])),
  );
}

/** Returns what a name that stands before another one in a path holds; nothing where no shape has that name. */
function findHeld(model: Model, holder: string): ReadonlySet<ShapeId> | undefined {
  const roots = (indexNames(model).get(holder) ?? []).flatMap((use) => rootsOf(model, use));
  return roots.length === 0 ? undefined : findClosure(model, roots);
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
