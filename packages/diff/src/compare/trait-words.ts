import { isShapeId, shapeName } from "@shapelog/model";
import { code } from "../words.js";
import { AWS_API, AWS_AUTH, AWS_ENDPOINTS, AWS_PROTOCOLS } from "./vocabularies/aws.js";
import { AWS_CLOUDFORMATION, AWS_GATEWAY, AWS_IAM } from "./vocabularies/aws-tools.js";
import { BOTOCORE } from "./vocabularies/botocore.js";
import { SMITHY } from "./vocabularies/smithy.js";
import { TOOLS } from "./vocabularies/tools.js";
import type { TraitWords, Vocabulary } from "./vocabularies/vocabulary.js";

const NAMESPACES: Readonly<Record<string, Vocabulary>> = {
  "smithy.api": SMITHY,
  "aws.api": AWS_API,
  "aws.apigateway": AWS_GATEWAY,
  "aws.auth": AWS_AUTH,
  "aws.cloudformation": AWS_CLOUDFORMATION,
  "aws.endpoints": AWS_ENDPOINTS,
  "aws.iam": AWS_IAM,
  "aws.protocols": AWS_PROTOCOLS,
  "shapelog.botocore": BOTOCORE,
};

const WORDS: ReadonlyMap<string, TraitWords> = new Map([
  ...Object.entries(NAMESPACES).flatMap(([namespace, words]) =>
    Object.entries(words).map(([name, entry]) => [`${namespace}#${name}`, entry] as const),
  ),
  ...Object.entries(TOOLS),
]);

/**
 * Returns how findings speak of a trait: in words for those of Smithy, of AWS and of a vendor's file, by `@name` for any
 * other, which is how its owner writes it.
 */
export function traitWords(id: string): TraitWords {
  const known = WORDS.get(id);
  if (known) return known;
  const name = id.slice(id.indexOf("#") + 1);
  return id.startsWith("shapelog.botocore#")
    ? { noun: `the detail ${code(name)} of the vendor's file` }
    : { noun: code(`@${name}`) };
}

/** Returns whether a trait has words of its own. */
export function hasWords(id: string): boolean {
  return WORDS.has(id);
}

/** The schemes that lists of ways to authenticate name. */
const SCHEMES: ReadonlyMap<string, string> = new Map([
  ["aws.auth#sigv4", "the AWS signature version 4"],
  ["aws.auth#sigv4a", "the AWS signature version 4a"],
  ["aws.auth#cognitoUserPools", "a Cognito user pool"],
  ["smithy.api#httpApiKeyAuth", "an API key"],
  ["smithy.api#httpBasicAuth", "a name with a password"],
  ["smithy.api#httpBearerAuth", "a bearer token"],
  ["smithy.api#httpDigestAuth", "an HTTP digest"],
  ["smithy.api#noAuth", "no credentials"],
  ["smithy.api#optionalAuth", "no credentials"],
]);

/** Returns a text of a trait's value as readers know it: an id by the scheme it stands for, or by its name. */
export function textWords(text: string): string {
  const scheme = SCHEMES.get(text);
  return scheme ?? code(isShapeId(text) ? shapeName(text) : text);
}
