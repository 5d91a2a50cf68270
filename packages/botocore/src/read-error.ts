import { isJsonObject } from "@shapelog/json";
import type { Fields, TraitEntry } from "./map-traits.js";

/** Returns whether a structure is an error. */
export function isError(raw: Fields): boolean {
  return raw.exception === true || raw.fault === true || isJsonObject(raw.error);
}

/**
 * Returns the traits of an error: `@error`, `@httpError`, and, where it has a code, `aws.protocols#awsQueryError`,
 * which AWS's own models use with any protocol.
 */
export function readError(raw: Fields): TraitEntry[] {
  const error: Fields = isJsonObject(raw.error) ? raw.error : {};
  const { httpStatusCode: status, code } = error;
  const traits: TraitEntry[] = [["smithy.api#error", isServerFault(raw, error) ? "server" : "client"]];
  if (typeof status === "number") traits.push(["smithy.api#httpError", status]);
  if (typeof code === "string" && typeof status === "number") {
    traits.push(["aws.protocols#awsQueryError", { code, httpResponseCode: status }]);
  }
  return traits;
}

/** Returns whether the traits of {@link readError} say all that `error` does. */
export function isErrorSaid(raw: Fields): boolean {
  if (!isJsonObject(raw.error)) return false;
  const { httpStatusCode, senderFault, fault, code, ...rest } = raw.error;
  const server = isServerFault(raw, raw.error);
  return (
    Object.keys(rest).length === 0 &&
    (httpStatusCode === undefined || typeof httpStatusCode === "number") &&
    (senderFault === undefined || senderFault === !server) &&
    (fault === undefined || fault === server) &&
    (code === undefined || (typeof code === "string" && httpStatusCode !== undefined))
  );
}

function isServerFault(raw: Fields, error: Fields): boolean {
  if (raw.fault === true || error.fault === true) return true;
  if (typeof error.senderFault === "boolean") return !error.senderFault;
  return typeof error.httpStatusCode === "number" && error.httpStatusCode >= 500;
}
