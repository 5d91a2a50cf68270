import {
  findServiceOperations,
  findServices,
  type Model,
  type OperationShape,
  shapeName,
} from "@shapelog/model";

/** Returns the operations that a model's services bind: others may be there, and are no part of an API. */
export function listBound(model: Model): readonly OperationShape[] {
  return findServices(model).flatMap((service) => findServiceOperations(model, service));
}

/** Returns the names of the operations that a model's services bind. */
export function listOperationNames(model: Model): readonly string[] {
  return listBound(model).map(({ id }) => shapeName(id));
}
