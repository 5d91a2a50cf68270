import type { Diagnostic, Location } from "@shapelog/diagnostics";
import {
  equalNodes,
  equalShapes,
  isAggregate,
  isNodeArray,
  type Member,
  memberId,
  NO_TRAITS,
  type NodeValue,
  type Shape,
  type ShapeId,
} from "@shapelog/model";
import { smithyDiagnostics } from "../diagnostics.js";
import type { Loading } from "./loading.js";
import { mergeTraits } from "./merge-traits.js";
import type { ModelPart } from "./model-part.js";

/** A definition after the first one of its id. */
export interface LaterShape {
  readonly shape: Shape;
  locate(id: ShapeId, trait?: ShapeId): Location | undefined;
}

/** Returns the first definition of every shape, and the further ones. */
export function collectShapes(parts: readonly ModelPart[]): {
  readonly shapes: Map<ShapeId, Shape>;
  readonly later: readonly LaterShape[];
} {
  const [first, ...rest] = parts;
  const shapes = new Map(first?.shapes);
  const later: LaterShape[] = [];
  const repeat = (part: ModelPart) => {
    for (const { shape, place } of part.repeated) later.push({ shape, locate: () => place });
  };
  if (first) repeat(first);
  for (const part of rest) {
    for (const [id, shape] of part.shapes) {
      if (shapes.has(id)) later.push({ shape, locate: part.locate });
      else shapes.set(id, shape);
    }
    repeat(part);
  }
  return { shapes, later };
}

/**
 * Merges further definitions of shapes into the first ones: what both say may stand twice, traits come together, and a
 * definition that says something else is reported and left out.
 */
export function mergeShapes(loading: Loading, later: readonly LaterShape[]): void {
  for (const { shape, locate } of later) {
    const first = loading.shapes.get(shape.id);
    if (!first) continue;
    const related = relate(loading.locate(shape.id), "The first definition is here.");
    if (!equalShapes(withoutTraits(first), withoutTraits(shape))) {
      const data = { id: shape.id, first: first.kind, second: shape.kind };
      loading.diagnostics.push(
        smithyDiagnostics.create("conflicting-shape", locate(shape.id), data, related),
      );
      continue;
    }
    loading.shapes.set(shape.id, withAddedTraits(loading, first, { shape, locate }));
    const data = { id: shape.id };
    loading.diagnostics.push(smithyDiagnostics.create("repeated-shape", locate(shape.id), data, related));
  }
}

/** Returns the metadata of all parts (Smithy 2.0, "Metadata conflicts"). */
export function mergeMetadata(
  parts: readonly ModelPart[],
  diagnostics: Diagnostic[],
): Map<string, NodeValue> {
  const [first, ...rest] = parts;
  const merged = new Map(first?.metadata);
  const owners = new Map([...merged.keys()].map((key) => [key, first]));
  for (const part of rest) {
    for (const [key, value] of part.metadata) {
      const current = merged.get(key);
      if (current === undefined) {
        merged.set(key, value);
        owners.set(key, part);
      } else if (isNodeArray(current) && isNodeArray(value)) merged.set(key, [...current, ...value]);
      else if (!equalNodes(current, value)) {
        const related = relate(owners.get(key)?.locateMetadata(key), "The first value is here.");
        const place = part.locateMetadata(key);
        diagnostics.push(smithyDiagnostics.create("conflicting-metadata", place, { key }, related));
      }
    }
  }
  return merged;
}

function relate(location: Location | undefined, message: string) {
  return location === undefined ? [] : [{ message, location }];
}

function withoutTraits(shape: Shape): Shape {
  const bare = { ...shape, traits: NO_TRAITS };
  if (!isAggregate(bare)) return bare;
  return { ...bare, members: bare.members.map((member) => ({ ...member, traits: NO_TRAITS })) };
}

function withAddedTraits(loading: Loading, first: Shape, { shape, locate }: LaterShape): Shape {
  const added = { traits: shape.traits, place: (trait: ShapeId) => locate(shape.id, trait) };
  const merged = { ...first, traits: mergeTraits(loading, first, [added]) };
  if (!isAggregate(merged) || !isAggregate(shape)) return merged;
  const members = merged.members.map((member, index): Member => {
    const id = memberId(first.id, member.name);
    const traits = shape.members[index]?.traits ?? NO_TRAITS; // both have the same members in the same order
    const place = (trait: ShapeId) => locate(id, trait);
    return { ...member, traits: mergeTraits(loading, { id, traits: member.traits }, [{ traits, place }]) };
  });
  return { ...merged, members };
}
