import { code } from "../../words.js";
import { createTraitRule } from "../trait-rule.js";

/** How calls are signed or authenticated changed. */
export const authChanged = createTraitRule({
  id: "auth.changed",
  reach: "any",
  wire: "danger",
  source: "note",
  verdict: "check",
  bump: "minor",
  mirror: "auth.changed",
  traits: [
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
    "shapelog.botocore#authorizers",
    "shapelog.botocore#signatureVersion",
    "shapelog.botocore#signingName",
  ],

  say: (place, delta) => ({
    message: `${place.name(delta.member)} is authenticated in another way: ${code(delta.change.trait)}.`,
    affected: "you sign calls yourself, or have custom endpoints, policies or credentials",
    action: "Test one call with the new package.",
  }),
});
