import { hasTrait, isAggregate, type Shape, type ShapeId } from "@shapelog/model";
import type { ValidationContext } from "../../context.js";
import { addToList } from "../../knowledge/add-to-list.js";
import { findCycles } from "../../knowledge/find-cycles.js";
import { defineRule } from "../../rule.js";

/** Shapes that contain themselves without an end (Smithy 2.0, "Recursive shape definitions"). */
export const shapeRecursion = defineRule({
  name: "ShapeRecursion",
  events: {
    ShapeRecursion: {
      severity: "error",
      message: (d: { shape: ShapeId; kind: Shape["kind"]; through?: ShapeId | undefined }) =>
        d.kind === "structure"
          ? `${d.shape} needs itself through ${d.through}: all members on the way are required. Make one optional.`
          : d.kind === "union"
            ? `No value of the union ${d.shape} can end: each of its members needs the union again. Add one that does not.`
            : `${d.shape} contains itself through ${d.through}. Put a structure or a union in between.`,
    },
  },
  *validate(context, event) {
    for (const [id, through] of [...findCollections(context), ...findStructures(context)]) {
      const kind = context.shape(id)?.kind ?? "structure";
      yield event("ShapeRecursion", { shape: id }, { shape: id, kind, through });
    }
    for (const shape of findEndless(context)) {
      yield event("ShapeRecursion", { shape }, { shape, kind: "union" });
    }
  },
});

function findCollections(context: ValidationContext): ReadonlyMap<ShapeId, ShapeId> {
  const collections = [...context.ofKind("list"), ...context.ofKind("map")];
  return findCycles(
    collections.map(({ id }) => id),
    (id) => {
      const shape = context.shape(id);
      return shape?.kind === "list" || shape?.kind === "map" ? shape.members.map(({ target }) => target) : [];
    },
  );
}

function findStructures(context: ValidationContext): ReadonlyMap<ShapeId, ShapeId> {
  return findCycles(
    context.ofKind("structure").map(({ id }) => id),
    (id) => {
      const shape = context.shape(id);
      return shape?.kind === "structure" ? requiredTargets(shape) : [];
    },
  );
}

function requiredTargets(shape: Extract<Shape, { members: unknown }>): readonly ShapeId[] {
  return shape.members.filter((member) => hasTrait(member, "required")).map(({ target }) => target);
}

/** Finds unions none of whose members leads to a value that ends. */
function findEndless(context: ValidationContext): readonly ShapeId[] {
  const ending = new Set<ShapeId>();
  const askers = new Map<ShapeId, ShapeId[]>();
  const queue: ShapeId[] = [];
  for (const shape of context.model.shapes.values()) {
    if (!mayBeEndless(shape)) queue.push(shape.id);
    else if (isAggregate(shape)) {
      for (const { target } of shape.members) addToList(askers, target, shape.id);
    }
  }
  for (const [id] of askers) if (!context.model.shapes.has(id)) queue.push(id);
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    if (ending.has(id)) continue;
    ending.add(id);
    for (const each of askers.get(id) ?? []) queue.push(each);
  }
  return context
    .ofKind("union")
    .flatMap(({ id, members }) => (members.length > 0 && !ending.has(id) ? [id] : []));
}

/** Unions, and structures with nothing but required members; all other values can end by themselves. */
function mayBeEndless(shape: Shape): boolean {
  if (shape.kind === "union") return true;
  return (
    shape.kind === "structure" &&
    shape.members.length > 0 &&
    shape.members.length === requiredTargets(shape).length
  );
}
