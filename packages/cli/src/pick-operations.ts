import { findSimilar } from "@shapelog/diagnostics";
import {
  documentation,
  findClosure,
  findMember,
  findOperations,
  findServices,
  hasTrait,
  isAggregate,
  type Member,
  type Model,
  pickShapes,
  type Shape,
  type ShapeId,
  shapeName,
  type Traits,
} from "@shapelog/model";

/** Returns the ids of the named operations, and the names that no operation has with the nearest that do. */
export function findNamedOperations(
  model: Model,
  names: readonly string[],
): {
  readonly ids: readonly ShapeId[];
  readonly unknown: readonly { operation: string; similar: readonly string[] }[];
} {
  const byName = new Map(findOperations(model).map((operation) => [shapeName(operation.id), operation.id]));
  const unknown = names
    .filter((name) => !byName.has(name))
    .map((operation) => ({ operation, similar: suggestNames(operation, [...byName.keys()]) }));
  return { ids: names.flatMap((name) => byName.get(name) ?? []), unknown };
}

/** A part of a name is as good as a slip of it. */
function suggestNames(name: string, known: readonly string[]): string[] {
  const similar = findSimilar(name, known);
  const wanted = name.toLowerCase();
  return similar.length > 0
    ? similar
    : known.filter((candidate) => candidate.toLowerCase().includes(wanted)).slice(0, 3);
}

/** Returns the model reduced to operations and what they reach; services bind these operations alone, resources none. */
export function pickOperations(model: Model, operations: readonly ShapeId[]): Model {
  const services = findServices(model);
  const errors = services.flatMap((service) => service.errors);
  const kept = new Set([
    ...findClosure(model, [...operations, ...errors]),
    ...services.map((service) => service.id),
  ]);
  const picked = pickShapes(model, kept);
  const shapes = new Map(picked.shapes);
  for (const service of services) {
    const rename = service.rename.filter((entry) => kept.has(entry.shape));
    shapes.set(service.id, { ...service, operations: [...operations].sort(), resources: [], rename });
  }
  return { shapes, metadata: picked.metadata };
}

/** Returns the model without any documentation. */
export function dropDocumentation(model: Model): Model {
  return mapTraits(model, (traits) => {
    const { "smithy.api#documentation": _, "smithy.api#externalDocumentation": __, ...rest } = traits;
    return rest;
  });
}

/** Returns the model with the documentation of another wherever it has none of its own. */
export function keepDocumentation(model: Model, known: Model): Model {
  const shapes = new Map<ShapeId, Shape>();
  for (const [id, shape] of model.shapes) {
    const old = known.shapes.get(id);
    shapes.set(id, old ? keepOne(shape, old) : shape);
  }
  return { shapes, metadata: model.metadata };
}

function keepOne(shape: Shape, old: Shape): Shape {
  const kept = { ...shape, traits: withDocumentation(shape, old) };
  if (!isAggregate(kept) || !isAggregate(old)) return kept;
  const members = kept.members.map((member) => {
    const oldMember = findMember(old, member.name);
    return oldMember ? { ...member, traits: withDocumentation(member, oldMember) } : member;
  });
  return { ...kept, members };
}

function withDocumentation(now: Shape | Member, old: Shape | Member): Traits {
  const text = documentation(old);
  return text === undefined || hasTrait(now, "documentation")
    ? now.traits
    : { ...now.traits, "smithy.api#documentation": text };
}

function mapTraits(model: Model, change: (traits: Traits) => Traits): Model {
  const shapes = new Map<ShapeId, Shape>();
  for (const [id, shape] of model.shapes) {
    const changed = { ...shape, traits: change(shape.traits) };
    const members = isAggregate(changed)
      ? changed.members.map((member) => ({ ...member, traits: change(member.traits) }))
      : [];
    shapes.set(id, isAggregate(changed) ? { ...changed, members } : changed);
  }
  return { shapes, metadata: model.metadata };
}
