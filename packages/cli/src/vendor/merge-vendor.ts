import { type Change, diffModels } from "@shapelog/changes";
import type { Revision } from "@shapelog/ledger";
import {
  findClosure,
  findMember,
  isAggregate,
  type Member,
  type Model,
  memberId,
  type Shape,
  type ShapeId,
  type Traits,
} from "@shapelog/model";
import { VALIDATION_METADATA, withoutValidationMetadata } from "../validation-metadata.js";
import { placeOf, traitPlace } from "./find-owners.js";
import type { VendorModel } from "./vendor-model.js";

/** Two models that become one. */
export interface VendorMerge {
  /** The vendor's, reduced to what is followed. */
  readonly vendor: Model;
  /** What the file holds now. */
  readonly known: Model;
  readonly states: VendorModel["states"];
  /** By place, the revision of ours that changed it last. */
  readonly owners: ReadonlyMap<string, Revision>;
}

/** Something of ours, and the revision that it came with. */
export interface OwnPlace {
  readonly place: string;
  readonly revision: string;
}

/** Something of ours that gave way to what the vendor says. */
export interface VendorConflict extends OwnPlace {
  /** What became of it. */
  readonly now: "added" | "removed" | "changed";
}

/** A merged model, and what there is to tell of it. */
export interface MergedModel {
  readonly model: Model;
  /** Traits of ours that the vendor could state, and does not. */
  readonly kept: readonly OwnPlace[];
  readonly conflicts: readonly VendorConflict[];
}

/**
 * Returns the vendor's model with what is ours: our documentation, the traits that its format cannot state, those that a
 * revision of ours added, and what they are defined by. In all else the vendor's model holds, and each place that a
 * revision of ours had changed otherwise is a conflict.
 */
export function mergeVendor(merge: VendorMerge): MergedModel {
  const { vendor, known, owners } = merge;
  const kept: OwnPlace[] = [];
  const shapes = new Map<ShapeId, Shape>();
  for (const [id, shape] of vendor.shapes) {
    const old = known.shapes.get(id);
    shapes.set(id, old ? mergeShape({ ...merge, kept }, shape, old) : shape);
  }
  const metadata = mergeMetadata(merge);
  const model = withDefinitions({ shapes, metadata }, known);
  return { model, kept, conflicts: findConflicts(known, model, owners) };
}

/** What is said to validators is about our file; of other keys the vendor's hold. */
function mergeMetadata({ vendor, known, states, owners }: VendorMerge): Model["metadata"] {
  const metadata = new Map(vendor.metadata);
  for (const [key, value] of known.metadata) {
    const isOurs = VALIDATION_METADATA.includes(key) || !states(key) || owners.has(`metadata ${key}`);
    if (VALIDATION_METADATA.includes(key) || (isOurs && !metadata.has(key))) metadata.set(key, value);
  }
  return metadata;
}

interface Merging extends VendorMerge {
  readonly kept: OwnPlace[];
}

function mergeShape(merging: Merging, shape: Shape, old: Shape): Shape {
  const merged = { ...shape, traits: mergeTraits(merging, shape.id, [shape, old]) };
  if (!isAggregate(merged) || !isAggregate(old)) return merged;
  const members = merged.members.map((member): Member => {
    const before = findMember(old, member.name);
    const id = memberId(shape.id, member.name);
    return before ? { ...member, traits: mergeTraits(merging, id, [member, before]) } : member;
  });
  return { ...merged, members };
}

const TEXTS: ReadonlySet<ShapeId> = new Set(["smithy.api#documentation", "smithy.api#externalDocumentation"]);

type Traited = { readonly traits: Traits };

function mergeTraits(
  { states, owners, kept }: Merging,
  id: ShapeId,
  [now, old]: readonly [Traited, Traited],
): Traits {
  const merged: Record<ShapeId, Traits[ShapeId]> = { ...now.traits };
  for (const [trait, value] of Object.entries(old.traits)) {
    const revision = owners.get(traitPlace(id, trait));
    if (trait in now.traits) {
      if (TEXTS.has(trait) && revision) merged[trait] = value;
      continue;
    }
    if (!TEXTS.has(trait) && states(trait)) {
      if (!revision) continue;
      kept.push({ place: `@${trait} of ${id}`, revision: revision.id });
    }
    merged[trait] = value;
  }
  return merged;
}

/** Returns a model with the definitions of the traits in it that only the other has, and what these reach. */
function withDefinitions(model: Model, known: Model): Model {
  const shapes = new Map(model.shapes);
  // What is added meanwhile is gone through, too.
  for (const shape of shapes.values()) {
    const members = isAggregate(shape) ? shape.members : [];
    const traits = [shape, ...members].flatMap((each) => Object.keys(each.traits));
    const lacking = traits.filter((trait) => !shapes.has(trait) && known.shapes.has(trait));
    for (const id of findClosure(known, lacking)) {
      const found = known.shapes.get(id);
      if (found && !shapes.has(id)) shapes.set(id, found);
    }
  }
  return { ...model, shapes };
}

function findConflicts(
  known: Model,
  model: Model,
  owners: ReadonlyMap<string, Revision>,
): readonly VendorConflict[] {
  const changes = diffModels(withoutValidationMetadata(known), withoutValidationMetadata(model));
  return changes.flatMap((change): VendorConflict[] => {
    const place = placeOf(change);
    const revision = owners.get(place);
    if (!revision) return [];
    return [{ place: describePlace(change), revision: revision.id, now: describeChange(change) }];
  });
}

function describeChange({ kind }: Change): VendorConflict["now"] {
  if (kind.endsWith(".added")) return "added";
  return kind.endsWith(".removed") ? "removed" : "changed";
}

function describePlace(change: Change): string {
  if (!("shape" in change)) return `metadata ${change.key}`;
  const id =
    "member" in change && change.member !== undefined ? `${change.shape}$${change.member}` : change.shape;
  if ("trait" in change) return `@${change.trait} of ${id}`;
  return "target" in change ? `${change.target} in ${id}` : id;
}
