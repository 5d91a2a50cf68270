import {
  isNodeArray,
  isNodeObject,
  type Model,
  type NodeValue,
  type ShapeId,
  shapeName,
} from "@shapelog/model";
import { mapTraits, withoutTraits } from "./map-traits.js";

/** A model without some traits, and how many there were of each by its id. */
export interface WithoutTraits {
  readonly model: Model;
  readonly dropped: ReadonlyMap<ShapeId, number>;
}

/** What the reader of botocore's format keeps for comparisons, and no other tool of Smithy knows. */
const BOTOCORE = "shapelog.botocore#";

/** Returns a model without the traits that keep what Smithy has no trait for: nothing defines them. */
export function dropBotocoreTraits(model: Model): WithoutTraits {
  return dropTraits(model, (trait, value) => (trait.startsWith(BOTOCORE) ? undefined : value));
}

/**
 * Returns a picked model without what names shapes that were left out: of a list the entries that do, else the whole
 * trait. `whole` is the model that it was picked from.
 */
export function dropDanglingTraits(model: Model, whole: Model): WithoutTraits {
  const isGone = (id: string) => {
    const [shape = ""] = id.split("$");
    return whole.shapes.has(shape) && !model.shapes.has(shape);
  };
  return dropTraits(model, (trait, value) => {
    if (TEXTS.has(trait) || !namesAny(value, isGone)) return value;
    if (!isNodeArray(value)) return undefined;
    const kept = value.filter((entry) => !namesAny(entry, isGone));
    return kept.length === 0 ? undefined : kept;
  });
}

/** Traits whose values are texts for people, whatever they look like. */
const TEXTS: ReadonlySet<ShapeId> = new Set(["smithy.api#documentation", "smithy.api#externalDocumentation"]);

function namesAny(value: NodeValue, isNamed: (id: string) => boolean): boolean {
  if (typeof value === "string") return isNamed(value);
  if (isNodeArray(value)) return value.some((entry) => namesAny(entry, isNamed));
  if (!isNodeObject(value)) return false;
  return Object.entries(value).some(([key, entry]) => isNamed(key) || namesAny(entry, isNamed));
}

/** `keep` returns what stays of a trait's value, `undefined` where it goes. */
function dropTraits(
  model: Model,
  keep: (trait: ShapeId, value: NodeValue) => NodeValue | undefined,
): WithoutTraits {
  const dropped = new Map<ShapeId, number>();
  const left = mapTraits(model, (traits) => {
    const replaced: Record<ShapeId, NodeValue> = {};
    const rest = withoutTraits(traits, (trait, value) => {
      const kept = keep(trait, value);
      if (kept === value) return false;
      dropped.set(trait, (dropped.get(trait) ?? 0) + 1);
      if (kept !== undefined) replaced[trait] = kept;
      return true;
    });
    return rest === traits ? traits : { ...rest, ...replaced };
  });
  return { model: left, dropped };
}

/** Returns traits for people, each once, with how many there were. */
export function describeDropped(dropped: ReadonlyMap<ShapeId, number>): readonly string[] {
  return [...dropped].sort().map(([trait, places]) => {
    const name = trait.startsWith(BOTOCORE) ? shapeName(trait) : `@${trait}`;
    return places === 1 ? name : `${name} (${places} places)`;
  });
}
