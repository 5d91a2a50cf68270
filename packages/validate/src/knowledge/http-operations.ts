import { isNodeObject, type OperationShape } from "@shapelog/model";
import type { ValidationContext } from "../context.js";
import { parseUriPattern, type UriPattern } from "./uri-pattern.js";

/** An operation with `@http`. Malformed URIs are told of elsewhere: such operations are left out. */
export interface HttpOperation {
  readonly operation: OperationShape;
  readonly method: string;
  readonly code: number;
  readonly uri: UriPattern;
}

/** Returns the operations that have `@http`, in the order of the model. */
export function httpOperations(context: ValidationContext): readonly HttpOperation[] {
  return context.know(readHttpOperations);
}

function readHttpOperations(context: ValidationContext): readonly HttpOperation[] {
  return context.withTrait("http").flatMap(({ shape, member, value }) => {
    if (shape.kind !== "operation" || member || !isNodeObject(value)) return [];
    const { method, code = 200, uri } = value;
    if (typeof method !== "string" || typeof code !== "number" || typeof uri !== "string") return [];
    const parsed = parseUriPattern(uri);
    return typeof parsed === "string" ? [] : [{ operation: shape, method, code, uri: parsed }];
  });
}
