import { visitNeighbors } from "../neighbors.js";
import { PRELUDE_SHAPES } from "../prelude.js";
import { flattenMixins } from "../resolve-mixins.js";
import { isAggregate, type Member, type Model, type Shape, type ShapeId, type Traits } from "../shape.js";
import { memberId } from "../shape-id.js";
import type { ArrowName } from "./relationships.js";
import { typeBit } from "./shape-types.js";

/** A shape or a member as selectors see it: mixins are resolved. */
export interface SelectableShape {
  readonly id: ShapeId;
  /** Its place in {@link Selection.shapes}. */
  readonly index: number;
  /** The bit of its type. */
  readonly type: number;
  readonly traits: Traits;
  /** The shape; of a member, its container. */
  readonly shape: Shape;
  readonly member?: Member;
}

/** Arrows out of a shape, or into it. The lists are as long as each other. */
export interface Arrows {
  readonly names: readonly ArrowName[];
  readonly shapes: readonly SelectableShape[];
}

/**
 * A model prepared for selectors: every shape and member of the model, of the definitions and of the prelude. What is
 * derived from them is made when it is first asked for, and kept.
 */
export interface Selection {
  readonly shapes: readonly SelectableShape[];
  find(id: ShapeId): SelectableShape | undefined;
  /** Returns the shapes whose type is one of the bits. */
  ofType(mask: number): readonly SelectableShape[];
  /** Returns the shapes with a trait. */
  withTrait(id: ShapeId): readonly SelectableShape[];
  /** Returns the shapes a shape points at. */
  forward(shape: SelectableShape): Arrows;
  /** Returns the shapes that point at a shape. */
  reverse(shape: SelectableShape): Arrows;
}

/** Options of {@link createSelection}. */
export interface CreateSelectionOptions {
  /** Trait definitions, and what they need. A shape of the model goes before one of the same id here. */
  readonly definitions?: Model;
}

/**
 * Prepares a model for selectors. Mixins are resolved here; in a model without them no `mixin` relationship is left.
 * Without `definitions`, traits have no shapes, and `-[trait]->` yields nothing. The model must not change while the
 * selection is in use.
 */
export function createSelection(model: Model, options: CreateSelectionOptions = {}): Selection {
  const known: Model = {
    ...model,
    shapes: new Map([...PRELUDE_SHAPES, ...(options.definitions?.shapes ?? []), ...model.shapes]),
  };
  const shapes: SelectableShape[] = [];
  const byId = new Map<ShapeId, SelectableShape>();
  const add = (shape: SelectableShape) => {
    shapes.push(shape);
    byId.set(shape.id, shape);
  };
  for (const shape of flattenMixins(known).shapes.values()) {
    add({ id: shape.id, index: shapes.length, type: typeBit(shape.kind), traits: shape.traits, shape });
    if (!isAggregate(shape)) continue;
    for (const member of shape.members) {
      const id = memberId(shape.id, member.name);
      add({ id, index: shapes.length, type: typeBit("member"), traits: member.traits, shape, member });
    }
  }
  const forward = lazily((shape: SelectableShape) => {
    const mixins = known.shapes.get(shape.id)?.mixins ?? [];
    return findArrows(shape, mixins, byId);
  }, shapes.length);
  const reverse = once(() => turnArrows(shapes, forward));
  const byTrait = once(() => groupByTrait(shapes));
  const byMask = new Map<number, readonly SelectableShape[]>();
  return {
    shapes,
    find: (id) => byId.get(id),
    ofType(mask) {
      const found = byMask.get(mask) ?? shapes.filter(({ type }) => (type & mask) !== 0);
      byMask.set(mask, found);
      return found;
    },
    withTrait: (id) => byTrait().get(id) ?? [],
    forward,
    reverse: (shape) => reverse()[shape.index] ?? NO_ARROWS,
  };
}

const NO_ARROWS: Arrows = { names: [], shapes: [] };

interface MutableArrows {
  readonly names: ArrowName[];
  readonly shapes: SelectableShape[];
}

function findArrows(
  from: SelectableShape,
  mixins: readonly ShapeId[],
  byId: ReadonlyMap<ShapeId, SelectableShape>,
): Arrows {
  const arrows: MutableArrows = { names: [], shapes: [] };
  const add = (name: ArrowName, id: ShapeId) => {
    const shape = byId.get(id);
    if (shape) addArrow(arrows, name, shape);
  };
  const { shape, member } = from;
  if (member) {
    if (shape.kind !== "enum" && shape.kind !== "intEnum") add("", member.target);
    return arrows;
  }
  for (const mixin of mixins) add("mixin", mixin);
  visitNeighbors(shape, (relationship, target, name) => {
    if (relationship === "member") add(relationship, memberId(shape.id, name ?? ""));
    else if (!isUnit(relationship, target)) add(relationship, target);
  });
  return arrows;
}

/** An operation without input or output points at nothing (Smithy 2.0, "Relationships"). */
function isUnit(relationship: ArrowName, target: ShapeId): boolean {
  return target === "smithy.api#Unit" && (relationship === "input" || relationship === "output");
}

function addArrow(arrows: MutableArrows, name: ArrowName, shape: SelectableShape): void {
  arrows.names.push(name);
  arrows.shapes.push(shape);
}

function turnArrows(
  shapes: readonly SelectableShape[],
  forward: (shape: SelectableShape) => Arrows,
): readonly (Arrows | undefined)[] {
  const turned: (MutableArrows | undefined)[] = new Array(shapes.length).fill(undefined);
  for (const from of shapes) {
    const { names, shapes: targets } = forward(from);
    for (let index = 0; index < targets.length; index++) {
      const target = targets[index];
      const name = names[index];
      if (target === undefined || name === undefined) continue;
      let arrows = turned[target.index];
      if (!arrows) {
        arrows = { names: [], shapes: [] };
        turned[target.index] = arrows;
      }
      addArrow(arrows, name, from);
    }
  }
  return turned;
}

function groupByTrait(shapes: readonly SelectableShape[]): ReadonlyMap<ShapeId, readonly SelectableShape[]> {
  const groups = new Map<ShapeId, SelectableShape[]>();
  for (const shape of shapes) {
    for (const id in shape.traits) {
      const group = groups.get(id);
      if (group) group.push(shape);
      else groups.set(id, [shape]);
    }
  }
  return groups;
}

function once<Value>(create: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: create() };
    return made.value;
  };
}

function lazily<Value>(
  create: (shape: SelectableShape) => Value,
  length: number,
): (shape: SelectableShape) => Value {
  const made: (Value | undefined)[] = new Array(length).fill(undefined);
  return (shape) => {
    const known = made[shape.index];
    if (known !== undefined) return known;
    const value = create(shape);
    made[shape.index] = value;
    return value;
  };
}
