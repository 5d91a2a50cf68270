import {
  hasTrait,
  isNodeObject,
  type Member,
  type ResourceShape,
  type ShapeId,
  type StructureShape,
} from "@shapelog/model";
import type { ValidationContext } from "../context.js";
import { findIdentifierBindings } from "./identifier-bindings.js";

/** A member of an operation's input or output, and the property of the resource that it stands for. */
export interface PropertyBinding {
  readonly member: Member;
  readonly property: string;
}

/** The members of an input or output that stand for properties of a resource. */
export interface PropertyBindings {
  /** The input or output, or what its member with `@nestedProperties` targets. */
  readonly structure: StructureShape;
  readonly bindings: readonly PropertyBinding[];
}

/** Returns the property bindings of the input or output of a resource's operation (Smithy 2.0, "Binding members to properties"). */
export function findPropertyBindings(
  context: ValidationContext,
  resource: ResourceShape,
  message: ShapeId,
): PropertyBindings | undefined {
  const structure = findPropertiesShape(context, message);
  if (!structure) return undefined;
  const identifiers = new Set(findIdentifierBindings(context, resource, message).values());
  const properties = new Set(resource.properties.map(({ name }) => name));
  const excluded = context.know(findExcludingTraits);
  const bindings = structure.members.flatMap((member) => {
    const isOther = identifiers.has(member.name) || Object.keys(member.traits).some((id) => excluded.has(id));
    if (isOther && !properties.has(member.name)) return [];
    return [{ member, property: propertyName(member) }];
  });
  return { structure, bindings };
}

function findPropertiesShape(context: ValidationContext, id: ShapeId): StructureShape | undefined {
  const shape = context.shape(id);
  if (shape?.kind !== "structure") return undefined;
  for (const member of shape.members) {
    const target = hasTrait(member, "nestedProperties") ? context.shape(member.target) : undefined;
    if (target?.kind === "structure") return target;
  }
  return shape;
}

/** Finds the traits that say of a member that it is no property. */
function findExcludingTraits({ model }: ValidationContext): ReadonlySet<ShapeId> {
  const traits = [...model.shapes.values()].filter(
    (shape) => hasTrait(shape, "notProperty") && hasTrait(shape, "trait"),
  );
  return new Set(traits.map(({ id }) => id));
}

function propertyName(member: Member): string {
  const value = member.traits["smithy.api#property"];
  return isNodeObject(value) && typeof value.name === "string" ? value.name : member.name;
}
