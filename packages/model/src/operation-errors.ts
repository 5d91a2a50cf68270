import type { OperationShape, ServiceShape, ShapeId } from "./shape.js";

/** Returns the errors that an operation of a service can end with, its own first, each once (Smithy 2.0, "Service"). */
export function operationErrors(
  operation: Pick<OperationShape, "errors">,
  service: Pick<ServiceShape, "errors">,
): ShapeId[] {
  return [...new Set([...operation.errors, ...service.errors])];
}
