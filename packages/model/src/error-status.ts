import { isNodeObject } from "./equal.js";
import type { Shape } from "./shape.js";
import { stringTrait, trait } from "./traits.js";

/**
 * Returns the HTTP status of an error: `@httpError`, else 400 where the client is at fault and 500 where the server is
 * (Smithy 2.0, "httpError trait"). In the query protocols `@awsQueryError` stands before it (Smithy 2.0, "awsQueryError
 * trait").
 */
export function errorStatus(error: Shape, options: { readonly isQuery?: boolean } = {}): number {
  const query = options.isQuery ? trait(error, "aws.protocols#awsQueryError") : undefined;
  const stated = isNodeObject(query) ? query.httpResponseCode : trait(error, "httpError");
  if (typeof stated === "number" && Number.isInteger(stated) && stated >= 300 && stated <= 599) return stated;
  return stringTrait(error, "error") === "server" ? 500 : 400;
}
