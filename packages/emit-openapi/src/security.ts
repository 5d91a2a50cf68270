import {
  isNodeArray,
  isNodeObject,
  type NodeValue,
  type OperationShape,
  type ServiceShape,
  trait,
} from "@shapelog/model";
import type { OpenApiObject } from "./openapi-context.js";

interface Scheme {
  readonly name: string;
  readonly scheme: OpenApiObject;
}

/** Returns the ways a service knows who calls, by trait id (Smithy 2.0, "Authentication traits"). */
export function securitySchemes(service: ServiceShape): ReadonlyMap<string, Scheme> {
  const found = new Map<string, Scheme>();
  for (const [id, create] of SCHEMES) {
    const value = trait(service, id);
    const scheme = value === undefined ? undefined : create(value);
    if (scheme) found.set(id.includes("#") ? id : `smithy.api#${id}`, scheme);
  }
  return found;
}

/** Returns what an operation asks of its caller, or `undefined` where it is what the service asks. */
export function operationSecurity(
  service: ServiceShape,
  operation: OperationShape,
): readonly OpenApiObject[] | undefined {
  const auth = trait(operation, "auth");
  const optional = trait(operation, "optionalAuth") !== undefined;
  if (auth === undefined && !optional) return undefined;
  const schemes = securitySchemes(service);
  const ids = isNodeArray(auth) ? auth : [...schemes.keys()];
  const required = ids.flatMap((id) => {
    const known = typeof id === "string" ? schemes.get(id) : undefined;
    return known ? [{ [known.name]: [] }] : [];
  });
  return optional ? [{}, ...required] : required;
}

type CreateScheme = (value: NodeValue) => Scheme | undefined;

function signature(description: string): CreateScheme {
  return () => ({
    name: "hmac",
    scheme: {
      type: "apiKey",
      description,
      name: "Authorization",
      in: "header",
      "x-amazon-apigateway-authtype": "awsSigv4",
    },
  });
}

const SCHEMES: readonly (readonly [id: string, create: CreateScheme])[] = [
  ["aws.auth#sigv4", signature("AWS Signature Version 4")],
  ["httpBasicAuth", () => ({ name: "basic", scheme: { type: "http", scheme: "basic" } })],
  ["httpBearerAuth", () => ({ name: "bearer", scheme: { type: "http", scheme: "bearer" } })],
  ["httpDigestAuth", () => ({ name: "digest", scheme: { type: "http", scheme: "digest" } })],
  ["httpApiKeyAuth", createApiKey],
];

function createApiKey(value: NodeValue): Scheme | undefined {
  if (!isNodeObject(value) || typeof value.name !== "string") return undefined;
  const place = value.in === "query" ? "query" : "header";
  return { name: "apiKey", scheme: { type: "apiKey", name: value.name, in: place } };
}
