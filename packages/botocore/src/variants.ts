import type { Shape, ShapeId } from "@shapelog/model";
import type { Fields, TraitEntry } from "./map-traits.js";
import { findRawShape, type Reading, shapeIdOf } from "./reading.js";

/** A shape that members ask for by a flag, where Smithy has a trait of the shape. */
interface Variant {
  readonly prefix: string;
  readonly trait: TraitEntry;
}

/** AWS's own models name the strings that hold JSON so. */
const JSON_VALUE: Variant = {
  prefix: "SynthesizedJson",
  trait: ["smithy.api#mediaType", "application/json"],
};

/** A blob that some members stream and others do not. */
const STREAM: Variant = { prefix: "Streaming", trait: ["smithy.api#streaming", {}] };

/** Returns the id of the variant that a member asks for, or `undefined` where it targets the shape itself. */
export function findVariantId(reading: Reading, member: Fields): ShapeId | undefined {
  const { shape } = member;
  if (typeof shape !== "string" || !findRawShape(reading, shape)) return undefined;
  if (member.jsonvalue === true) return variantId(reading, JSON_VALUE, shape);
  return member.streaming === true && reading.uses.partialStreams.has(shape)
    ? variantId(reading, STREAM, shape)
    : undefined;
}

/** Gives shapes of a model. */
export interface Shapes {
  get(id: ShapeId): Shape | undefined;
}

/** Returns the variants that members of the file ask for, each with the traits of the shape it stands for. */
export function createVariants(reading: Reading, shapes: Shapes): Shape[] {
  const create =
    (variant: Variant) =>
    (name: string): Shape[] => {
      const base = shapes.get(shapeIdOf(reading, name));
      if (!base) return [];
      const [id, value] = variant.trait;
      return [{ ...base, id: variantId(reading, variant, name), traits: { ...base.traits, [id]: value } }];
    };
  return [
    ...[...reading.uses.jsonValues].flatMap(create(JSON_VALUE)),
    ...[...reading.uses.partialStreams].flatMap(create(STREAM)),
  ];
}

function variantId(reading: Reading, { prefix }: Variant, name: string): ShapeId {
  return shapeIdOf(reading, `${prefix}${name}`);
}
