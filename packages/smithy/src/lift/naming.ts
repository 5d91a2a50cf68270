import {
  compareCodeUnits,
  isAggregate,
  type Model,
  type Shape,
  type ShapeId,
  shapeName,
  visitNeighbors,
} from "@shapelog/model";
import { DEFINITION_KINDS } from "../gen/definition-kinds.js";

/** How a file writes ids. */
export interface Naming {
  /** What the file's `use` statements name, sorted. */
  readonly uses: readonly ShapeId[];
  /** Returns an id as it is written in the file. */
  write(id: ShapeId): string;
}

const PRELUDE = "smithy.api#";

/**
 * Chooses how the file of one namespace writes ids, so that each is read as what it stands for: by name where the
 * namespace or the prelude has it, by name with a `use` statement where no other shape has the name, else in full.
 */
export function createNaming(model: Model, namespace: string, shapes: readonly Shape[]): Naming {
  const own = `${namespace}#`;
  const isPrelude = (id: ShapeId) => DEFINITION_KINDS.has(id) || model.shapes.has(id);
  const taken = new Set<string>();
  const foreign = new Set<ShapeId>();
  for (const id of model.shapes.keys()) if (id.startsWith(own)) taken.add(shapeName(id));
  for (const id of findIds(shapes)) {
    if (isMember(id)) continue;
    if (id.startsWith(own)) taken.add(shapeName(id));
    else if (!id.startsWith(PRELUDE)) foreign.add(id);
  }
  const uses: ShapeId[] = [];
  const used = new Set<ShapeId>();
  for (const id of [...foreign].sort(compareCodeUnits)) {
    const name = shapeName(id);
    if (taken.has(name) || isPrelude(`${PRELUDE}${name}`)) continue;
    taken.add(name);
    used.add(id);
    uses.push(id);
  }
  const write = (id: ShapeId): string => {
    if (isMember(id)) return id;
    const name = shapeName(id);
    const hidden = isPrelude(`${PRELUDE}${name}`) && !model.shapes.has(id);
    if (id.startsWith(own)) return hidden && namespace !== "smithy.api" ? id : name;
    if (id.startsWith(PRELUDE)) return isPrelude(id) && !taken.has(name) ? name : id;
    return used.has(id) ? name : id;
  };
  return { uses, write };
}

/** Members have no names of their own in a file; where one stands for a shape, it is written as it is. */
function isMember(id: ShapeId): boolean {
  return id.includes("$");
}

/** Returns the ids that stand for shapes and traits in the given shapes. */
function findIds(shapes: readonly Shape[]): ReadonlySet<ShapeId> {
  const ids = new Set<ShapeId>();
  for (const shape of shapes) {
    visitNeighbors(shape, (_, target) => ids.add(target));
    for (const id in shape.traits) ids.add(id);
    if (!isAggregate(shape)) continue;
    for (const member of shape.members) for (const id in member.traits) ids.add(id);
  }
  return ids;
}
