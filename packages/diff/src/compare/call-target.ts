import { type OperationShape, type ServiceShape, shapeName, stringTrait } from "@shapelog/model";

/** What a vendor's file says the target of calls begins with, where it is not the service's name. */
export const TARGET_PREFIX = "shapelog.botocore#targetPrefix";

/**
 * Returns what names the service in each call of a protocol that does: what is stated, else the service's name (Smithy
 * 2.0, "AWS JSON 1.0 protocol", `X-Amz-Target`).
 */
export function callTarget(service: ServiceShape): string {
  return stringTrait(service, TARGET_PREFIX) ?? shapeName(service.id);
}

/** What a vendor's file says calls name an operation by, where it is not the operation's name. */
export const CALL_NAME = "shapelog.botocore#name";

/**
 * Returns what names an operation in each call of a protocol that does: what is stated, else the operation's name (Smithy
 * 2.0, "AWS query protocol", `Action`).
 */
export function callName(operation: OperationShape): string {
  return stringTrait(operation, CALL_NAME) ?? shapeName(operation.id);
}
