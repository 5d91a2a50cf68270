import {
  isNodeArray,
  isNodeObject,
  type ServiceShape,
  type Shape,
  type ShapeId,
  trait,
} from "@shapelog/model";
import type { ValidationContext } from "../context.js";
import { definedBy } from "./defined-by.js";

/** Returns the traits of a service that are protocols, sorted by id (Smithy 2.0, "protocolDefinition trait"). */
export function protocolsOf(context: ValidationContext, service: ServiceShape): readonly Shape[] {
  return definedBy(context, "protocolDefinition").filter(({ id }) => Object.hasOwn(service.traits, id));
}

/** Returns the ids of a service's traits that are ways to authenticate, sorted (Smithy 2.0, "authDefinition trait"). */
export function authSchemesOf(context: ValidationContext, service: ServiceShape): readonly ShapeId[] {
  return definedBy(context, "authDefinition").flatMap(({ id }) =>
    Object.hasOwn(service.traits, id) ? [id] : [],
  );
}

/** Returns whether a protocol heeds a trait, as its `@protocolDefinition` says. */
export function protocolHeeds(protocol: Shape, traitId: ShapeId): boolean {
  const definition = trait(protocol, "protocolDefinition");
  return isNodeObject(definition) && isNodeArray(definition.traits) && definition.traits.includes(traitId);
}
