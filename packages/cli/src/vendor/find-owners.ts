import type { Change } from "@shapelog/changes";
import type { Ledger, Revision } from "@shapelog/ledger";
import { isAggregate, type Member, type Shape, type ShapeId } from "@shapelog/model";

/** Returns what a trait of a shape or member goes by. */
export function traitPlace(id: ShapeId, trait: ShapeId): string {
  return `${id}@${trait}`;
}

/** Returns what a change is about: a shape, a member, a trait of either, an entry of a list, or a key of the metadata. */
export function placeOf(change: Change): string {
  if (!("shape" in change)) return `metadata ${change.key}`;
  const { shape } = change;
  const id = "member" in change && change.member !== undefined ? `${shape}$${change.member}` : shape;
  if ("trait" in change) return traitPlace(id, change.trait);
  if ("target" in change) return `${shape} ${change.kind.replace(/\.[^.]+$/, "")} ${change.target}`;
  return /^(?:shape|member|enum)\./.test(change.kind) ? id : `${shape} ${change.kind}`;
}

/**
 * Returns by place the revision of ours that changed it last: one without a source. What a revision with a source changed
 * after that is the vendor's again, as all is that a record begins with.
 */
export function findOwners({ revisions }: Ledger): ReadonlyMap<string, Revision> {
  const owners = new Map<string, Revision>();
  for (const revision of revisions) {
    const isOurs = revision.before !== null && revision.source === undefined;
    for (const place of revision.changes.flatMap(listPlaces))
      if (isOurs) owners.set(place, revision);
      else owners.delete(place);
  }
  return owners;
}

/** Returns the place of a change, and those that came with it. */
function listPlaces(change: Change): readonly string[] {
  const own = [placeOf(change)];
  if (!("after" in change) || typeof change.after !== "object" || !("shape" in change)) return own;
  switch (change.kind) {
    case "shape.added":
    case "shape.kind.changed":
      return [...own, ...listInside(change.after)];
    case "member.added":
    case "enum.value.added":
      return [...own, ...listTraits(change.shape, change.after)];
    default:
      return own;
  }
}

function listInside(shape: Shape): readonly string[] {
  const traits = Object.keys(shape.traits).map((trait) => traitPlace(shape.id, trait));
  if (!isAggregate(shape)) return traits;
  const members = shape.members.flatMap((member) => [
    `${shape.id}$${member.name}`,
    ...listTraits(shape.id, member),
  ]);
  return [...traits, ...members];
}

function listTraits(shape: ShapeId, { name, traits }: Member): readonly string[] {
  return Object.keys(traits).map((trait) => traitPlace(`${shape}$${name}`, trait));
}
