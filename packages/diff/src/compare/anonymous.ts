import { authSchemes, hasTrait, isNodeArray, type Shape, trait } from "@shapelog/model";
import type { RuleContext } from "../rule/rule.js";
import { createTraitFilter } from "../rule/select-rules.js";

/** Ways to authenticate that operations can name; without effect where none does. */
export const AUTHORIZERS = "shapelog.botocore#authorizers";

/** The signature that a vendor's file asks for, where it is no scheme of Smithy's. */
export const SIGNATURE_VERSION = "shapelog.botocore#signatureVersion";

/** Traits that decide how calls are authenticated. */
export const AUTH_TRAITS = [
  "smithy.api#auth",
  "smithy.api#optionalAuth",
  "aws.auth#",
  "smithy.api#httpBearerAuth",
  "smithy.api#httpApiKeyAuth",
  "smithy.api#httpBasicAuth",
  "smithy.api#httpDigestAuth",
  "smithy.api#authDefinition",
  "aws.api#controlPlane",
  "shapelog.botocore#auth",
  "shapelog.botocore#authtype",
  "shapelog.botocore#authorizer",
  AUTHORIZERS,
  SIGNATURE_VERSION,
  "shapelog.botocore#signingName",
] as const;

/** Returns whether a trait decides how calls are authenticated. */
export const isAuthTrait = createTraitFilter(AUTH_TRAITS);

/** Returns whether a trait says how calls are authenticated, and some call goes by it. */
export function createAuthFilter({ before, after }: RuleContext): (id: string) => boolean {
  const isNamed = () =>
    [before, after].some(({ shapes }) =>
      [...shapes.values()].some((shape) => hasTrait(shape, "shapelog.botocore#authorizer")),
    );
  return (id) => isAuthTrait(id) && (id !== AUTHORIZERS || isNamed());
}

/**
 * Returns whether a service or operation takes calls without credentials: `@optionalAuth`, an empty `@auth`, or a
 * service with no scheme at all (Smithy 2.0, "Authentication traits").
 */
export function takesAnonymous(shape: Shape | undefined): boolean {
  if (shape?.kind !== "operation" && shape?.kind !== "service") return false;
  const schemes = trait(shape, "auth");
  if (hasTrait(shape, "optionalAuth") || (isNodeArray(schemes) && schemes.length === 0)) return true;
  // Old signatures have no trait of Smithy.
  if (shape.kind !== "service" || hasTrait(shape, SIGNATURE_VERSION)) return false;
  return authSchemes(shape).length === 0;
}
