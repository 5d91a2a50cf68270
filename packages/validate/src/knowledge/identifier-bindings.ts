import {
  hasTrait,
  type Member,
  type OperationShape,
  type ResourceShape,
  type ShapeId,
  stringTrait,
} from "@shapelog/model";
import type { ValidationContext } from "../context.js";

/** The names of members by the identifier they give. */
export type IdentifierBindings = ReadonlyMap<string, string>;

/** Returns whether a member gives a resource's identifier by its name: required, and of the identifier's shape. */
function isImplicitIdentifier(member: Member, { identifiers }: ResourceShape): boolean {
  if (!hasTrait(member, "required")) return false;
  return identifiers.some(({ name, target }) => name === member.name && target === member.target);
}

/**
 * Returns which members of a structure give the identifiers of a resource: those with `@resourceIdentifier` before
 * those of the identifier's name (Smithy 2.0, "Binding identifiers to operations").
 */
export function findIdentifierBindings(
  context: ValidationContext,
  resource: ResourceShape,
  structure: ShapeId,
): IdentifierBindings {
  const bindings = new Map<string, string>();
  const shape = context.shape(structure);
  if (shape?.kind !== "structure") return bindings;
  for (const member of shape.members) {
    const explicit = stringTrait(member, "resourceIdentifier");
    if (explicit !== undefined) bindings.set(explicit, member.name);
    else if (isImplicitIdentifier(member, resource) && !bindings.has(member.name)) {
      bindings.set(member.name, member.name);
    }
  }
  return bindings;
}

/** Returns whether a resource binds an operation to all of its kind rather than to one (`create`, `list` and others). */
export function isCollectionOperation(resource: ResourceShape, operation: OperationShape): boolean {
  if (resource.collectionOperations.includes(operation.id)) return true;
  return resource.lifecycle.some(
    ({ name, target }) => (name === "create" || name === "list") && target === operation.id,
  );
}
