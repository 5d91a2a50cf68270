import type { Location } from "@shapelog/diagnostics";
import type { Locate, Model, ShapeId } from "@shapelog/model";
import type { Apply, ModelPart } from "./model-part.js";

/**
 * Returns the function that says where shapes, members and traits stand in the files: where they are written, or where
 * the mixin has them that they come from. Nothing is worked out before it is asked.
 */
export function createLocate(parts: readonly ModelPart[], { shapes }: Model): Locate {
  let applies: ReadonlyMap<ShapeId, readonly Apply[]> | undefined;
  const find: Locate = (id, trait) => {
    for (const part of parts) {
      const place = part.locate(id, trait);
      if (place) return place;
    }
    applies ??= indexApplies(parts);
    return findInApplies(applies.get(id) ?? [], trait);
  };
  return (id, trait) => {
    const dollar = id.indexOf("$");
    const root = dollar === -1 ? id : id.slice(0, dollar);
    const suffix = dollar === -1 ? "" : id.slice(dollar);
    const open = [root];
    const seen = new Set<ShapeId>();
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (seen.has(next)) continue;
      seen.add(next);
      const place = find(`${next}${suffix}`, trait);
      if (place) return place;
      if (suffix === "" && trait === undefined) return undefined;
      const mixins = shapes.get(next)?.mixins;
      if (mixins) for (const mixin of mixins) open.push(mixin);
    }
    return undefined;
  };
}

function indexApplies(parts: readonly ModelPart[]): ReadonlyMap<ShapeId, readonly Apply[]> {
  const index = new Map<ShapeId, Apply[]>();
  for (const { applies } of parts) {
    for (const apply of applies) {
      const others = index.get(apply.target);
      if (others) others.push(apply);
      else index.set(apply.target, [apply]);
    }
  }
  return index;
}

function findInApplies(applies: readonly Apply[], trait: ShapeId | undefined): Location | undefined {
  for (const apply of applies) {
    if (trait === undefined || trait in apply.traits) return apply.place(trait);
  }
  return undefined;
}
