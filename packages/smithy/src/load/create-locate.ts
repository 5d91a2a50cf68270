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
  const search = createMixinSearch(shapes, find);
  return (id, trait) => {
    const dollar = id.indexOf("$");
    if (dollar === -1 && trait === undefined) return find(id);
    const root = dollar === -1 ? id : id.slice(0, dollar);
    return search(root, { suffix: dollar === -1 ? "" : id.slice(dollar), trait });
  };
}

/** What is looked for in a shape and its mixins: a member or a trait, or a trait of a member. */
interface Sought {
  readonly suffix: string;
  readonly trait: ShapeId | undefined;
}

/** A shape on the way from the one that was asked for, whose mixins are being looked at, the last one first. */
interface Open {
  readonly key: string;
  readonly mixins: readonly ShapeId[];
  next: number;
}

/**
 * Returns what finds a place in a shape, else in its mixins. What was found on the way is kept: chains of mixins may be
 * long, and each of their shapes may be asked for.
 */
function createMixinSearch(shapes: Model["shapes"], find: Locate) {
  const known = new Map<string, Location | undefined>();
  return (root: ShapeId, { suffix, trait }: Sought): Location | undefined => {
    const open: Open[] = [];
    const look = (id: ShapeId): Location | undefined => {
      const found = find(`${id}${suffix}`, trait);
      const mixins = shapes.get(id)?.mixins ?? [];
      if (found || mixins.length === 0) return found;
      const key = `${id}${suffix} ${trait ?? ""}`;
      if (known.has(key)) return known.get(key);
      known.set(key, undefined); // so that a cycle comes to an end
      open.push({ key, mixins, next: mixins.length });
      return undefined;
    };
    let place = look(root);
    for (let top = open.at(-1); top && !place; top = open.at(-1)) {
      const mixin = top.mixins[--top.next];
      if (mixin === undefined) open.pop();
      else place = look(mixin);
    }
    for (const { key } of open) known.set(key, place);
    return place;
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
