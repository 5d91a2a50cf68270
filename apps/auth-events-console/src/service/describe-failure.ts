import {
  type AdminListUserAuthEventsErrors,
  isInternalErrorException,
  isInvalidParameterException,
  isNotAuthorizedException,
  isOperationNotEnabledException,
  isResourceNotFoundException,
  isServiceError,
  isTooManyRequestsException,
  isUserNotFoundException,
  isUserPoolAddOnNotEnabledException,
} from "@shapelog/cognito-identity-provider";
import { unreachable } from "../events/unreachable.js";
import { shortenText } from "../events/visible-text.js";

/** Why events could not be had, in words for people. */
export interface Failure {
  readonly title: string;
  readonly advice: string;
  /** What the service itself said. */
  readonly detail?: string;
}

const DETAIL_LIMIT = 300;

/** Returns what an error means and what to do about it. */
export function describeFailure(error: unknown, isOnline: boolean): Failure {
  const detail = readMessage(error);
  const failure = isServiceError(error) ? describeServiceError(error) : describeOther(error, isOnline);
  return detail === "" ? failure : { ...failure, detail };
}

/** An error that the model gains stops the compiler at the end. */
function describeServiceError(error: AdminListUserAuthEventsErrors): Failure {
  if (isNotAuthorizedException(error))
    return {
      title: "These credentials may not list events",
      advice:
        "Check the keys, and that a policy allows cognito-idp:AdminListUserAuthEvents on this user pool.",
    };
  if (isUserNotFoundException(error))
    return {
      title: "There is no such user in this pool",
      advice: "Check the username and the pool. Names are exact, capital letters included.",
    };
  if (isTooManyRequestsException(error))
    return {
      title: "The service asks to slow down",
      advice: "Too many requests came in a short time. Wait some seconds, then go on.",
    };
  if (isResourceNotFoundException(error))
    return {
      title: "There is no such user pool",
      advice: "Check the pool’s ID and the region; a pool is found in its own region and account alone.",
    };
  if (isUserPoolAddOnNotEnabledException(error))
    return {
      title: "This pool keeps no events",
      advice: "Events are kept while threat protection is on. Switch it on in the pool’s settings.",
    };
  if (isOperationNotEnabledException(error))
    return {
      title: "Listing events is not switched on for this pool",
      advice: "An administrator of the pool can switch it on.",
    };
  if (isInvalidParameterException(error))
    return {
      title: "The service does not take this request",
      advice: error.reasonCode
        ? `Its reason: ${shortenText(error.reasonCode, 100)}.`
        : "Check the pool’s ID and the username.",
    };
  if (isInternalErrorException(error))
    return { title: "The service failed on its own account", advice: "Try again in a moment." };
  return unreachable(error);
}

function describeOther(error: unknown, isOnline: boolean): Failure {
  const name = readName(error);
  if (!isOnline)
    return {
      title: "You are offline",
      advice: "What was loaded stays here. Go on when the network is back.",
    };
  if (name === "TimeoutError")
    return { title: "The service did not answer in time", advice: "Try again in a moment." };
  if (name === "TypeError" || name === "NetworkError")
    return {
      title: "The endpoint cannot be reached",
      advice:
        "Check that it runs, that its address is right, and that it lets pages of this address ask (CORS).",
    };
  if (CREDENTIAL_ERRORS.has(name))
    return {
      title: "These credentials are not valid",
      advice: "They are wrong or have expired. Enter new ones.",
    };
  return {
    title: `The service answered with an error that this page does not know (${shortenText(name, 60)})`,
    advice: "It may be newer than this page.",
  };
}

/** What AWS says before a request comes to the service; no model of a service has these. */
const CREDENTIAL_ERRORS: ReadonlySet<string> = new Set([
  "ExpiredTokenException",
  "IncompleteSignature",
  "IncompleteSignatureException",
  "InvalidClientTokenId",
  "InvalidSignatureException",
  "MissingAuthenticationToken",
  "MissingAuthenticationTokenException",
  "UnrecognizedClientException",
  "AccessDeniedException",
]);

function readName(error: unknown): string {
  return error instanceof Error ? error.name : "Error";
}

/** What the service said; a browser's own error is no word of the service. */
function readMessage(error: unknown): string {
  return error instanceof Error && "$fault" in error ? shortenText(error.message, DETAIL_LIMIT) : "";
}
