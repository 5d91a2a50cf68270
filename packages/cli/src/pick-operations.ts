import { findSimilar } from "@shapelog/diagnostics";
import {
  documentation,
  findClosure,
  findMember,
  findOperations,
  findServices,
  hasTrait,
  isAggregate,
  isNodeArray,
  isNodeObject,
  type Member,
  type Model,
  type NodeValue,
  pickShapes,
  type Shape,
  type ShapeId,
  shapeName,
  type Traits,
} from "@shapelog/model";
import { mapTraits } from "./import/map-traits.js";

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
  const kept = withDefinitions(
    model,
    new Set([...findClosure(model, [...operations, ...errors]), ...services.map((service) => service.id)]),
  );
  const picked = pickShapes(model, kept);
  const shapes = new Map(picked.shapes);
  for (const service of services) {
    const rename = service.rename.filter((entry) => kept.has(entry.shape));
    shapes.set(service.id, { ...service, operations: [...operations].sort(), resources: [], rename });
  }
  return { shapes, metadata: picked.metadata };
}

/** Returns shapes with the definitions of the traits that they have, and all that these reach. */
function withDefinitions(model: Model, shapes: ReadonlySet<ShapeId>): ReadonlySet<ShapeId> {
  const kept = new Set(shapes);
  // What is added meanwhile is gone through, too.
  for (const id of kept) {
    const shape = model.shapes.get(id);
    if (!shape) continue;
    const members = isAggregate(shape) ? shape.members : [];
    const traits = [shape, ...members].flatMap((each) => Object.keys(each.traits));
    const defined = traits.filter((trait) => model.shapes.has(trait) && !kept.has(trait));
    for (const each of findClosure(model, defined)) kept.add(each);
  }
  return kept;
}

/** Returns the model without any documentation; examples keep their titles, which they cannot be without. */
export function dropDocumentation(model: Model): Model {
  return mapTraits(model, (traits) => {
    const { "smithy.api#documentation": _, "smithy.api#externalDocumentation": __, ...rest } = traits;
    const examples = rest["smithy.api#examples"];
    if (!isNodeArray(examples)) return rest;
    return { ...rest, "smithy.api#examples": examples.map(withoutText) };
  });
}

function withoutText(example: NodeValue): NodeValue {
  if (!isNodeObject(example)) return example;
  const { documentation: _, ...rest } = example;
  return rest;
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
