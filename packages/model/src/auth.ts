import { isNodeArray } from "./equal.js";
import type { Shape } from "./shape.js";
import { hasTrait, trait } from "./traits.js";

/** Traits by which a service says how calls are authenticated (Smithy 2.0, "Authentication traits"). */
const AUTH_SCHEMES = [
  "aws.auth#cognitoUserPools",
  "aws.auth#sigv4",
  "aws.auth#sigv4a",
  "smithy.api#httpApiKeyAuth",
  "smithy.api#httpBasicAuth",
  "smithy.api#httpBearerAuth",
  "smithy.api#httpDigestAuth",
] as const;

/**
 * Returns the schemes that calls of a service, or of one of its operations, are authenticated by, the preferred one
 * first: the operation's `@auth`, else the service's, else all schemes of the service by name. An empty list means that
 * calls need no credentials (Smithy 2.0, "auth trait").
 */
export function authSchemes(service: Shape, operation?: Shape): readonly string[] {
  for (const shape of operation ? [operation, service] : [service]) {
    const stated = trait(shape, "auth");
    if (isNodeArray(stated)) return stated.filter((id) => typeof id === "string");
  }
  return AUTH_SCHEMES.filter((id) => hasTrait(service, id));
}
