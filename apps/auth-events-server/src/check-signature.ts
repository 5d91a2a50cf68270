import type { IncomingHttpHeaders } from "node:http";
import { type Refusal, refuseCall } from "./service-errors.js";

const ALGORITHM = "AWS4-HMAC-SHA256";
/** Key id, day, region, service and `aws4_request`. */
const SCOPE = /^[^/]+\/\d{8}\/[^/]+\/([^/]+)\/aws4_request$/;
const SERVICE = "cognito-idp";

/** The parts of a signature that a request carries, in its header or its query. */
interface Signature {
  readonly Credential: string | undefined;
  readonly SignedHeaders: string | undefined;
  readonly Signature: string | undefined;
}

/** A request as far as a signature goes. */
export interface Signed {
  readonly headers: IncomingHttpHeaders;
  readonly query: Readonly<Record<string, unknown>>;
}

/**
 * Returns what is wrong with how a request is signed, or nothing. It has to be signed with AWS Signature Version 4, and
 * the parts have to be whole. Whether the signature is right is not checked: nobody has a secret here.
 */
export function checkSignature({ headers, query }: Signed): Refusal | undefined {
  if (headers.authorization !== undefined) return checkHeader(headers.authorization, headers);
  if (query["X-Amz-Signature"] === undefined && query["X-Amz-Algorithm"] === undefined) {
    return refuseCall("MissingAuthenticationTokenException", "Missing Authentication Token");
  }
  if (query["X-Amz-Algorithm"] !== ALGORITHM) return incomplete(`X-Amz-Algorithm has to be ${ALGORITHM}.`);
  if (textOf(query["X-Amz-Date"]) === undefined) return incomplete("The query lacks 'X-Amz-Date'.");
  return checkParts("The query requires", {
    Credential: textOf(query["X-Amz-Credential"]),
    SignedHeaders: textOf(query["X-Amz-SignedHeaders"]),
    Signature: textOf(query["X-Amz-Signature"]),
  });
}

function checkHeader(authorization: string, headers: IncomingHttpHeaders): Refusal | undefined {
  if (!authorization.startsWith(`${ALGORITHM} `)) {
    return incomplete(`The Authorization header has to begin with ${ALGORITHM}.`);
  }
  if (headers["x-amz-date"] === undefined && headers.date === undefined) {
    const message = "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.";
    return incomplete(message);
  }
  const parts = new Map(
    authorization
      .slice(ALGORITHM.length)
      .split(",")
      .map((part) => part.trim().split("=", 2))
      .map(([name = "", value = ""]) => [name, value] as const),
  );
  return checkParts("Authorization header requires", {
    Credential: parts.get("Credential"),
    SignedHeaders: parts.get("SignedHeaders"),
    Signature: parts.get("Signature"),
  });
}

/** The messages never quote a part: logs and screens are no place for credentials. */
function checkParts(requires: string, signature: Signature): Refusal | undefined {
  const lacking = Object.entries(signature).filter(([, value]) => !value);
  if (lacking.length > 0) {
    return incomplete(lacking.map(([name]) => `${requires} '${name}' parameter.`).join(" "));
  }
  const [, service] = SCOPE.exec(signature.Credential ?? "") ?? [];
  if (service === undefined) {
    return incomplete("Credential must have 5 parts: the key's id, day, region, service and 'aws4_request'.");
  }
  if (service !== SERVICE) return incomplete(`Credential should be scoped to correct service: '${SERVICE}'.`);
  if (!signature.SignedHeaders?.split(";").includes("host"))
    return incomplete("'host' must be a signed header.");
  return undefined;
}

function incomplete(message: string): Refusal {
  return refuseCall("IncompleteSignatureException", message);
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}
