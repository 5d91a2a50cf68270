import { type AdminListUserAuthEventsErrors, isServiceError } from "@shapelog/cognito-identity-provider";

/** What to do about errors that whoever starts the program can do something about. */
const ADVICE: Readonly<Partial<Record<AdminListUserAuthEventsErrors["name"], string>>> = {
  NotAuthorizedException: "the credentials need the permission cognito-idp:AdminListUserAuthEvents",
  TooManyRequestsException: "try again later, or with a lower --concurrency",
  UserPoolAddOnNotEnabledException: "events are kept while the user pool's threat protection is on",
};

/** Returns what the service, or the way to it, says. */
export function describeServiceError(error: unknown): string {
  const advice = isServiceError(error) ? ADVICE[error.name] : undefined;
  const { name, message } = error instanceof Error ? error : { name: "Error", message: String(error) };
  return advice === undefined ? `${name}: ${message}` : `${name}: ${message} (${advice})`;
}

/** Returns whether the service knows no such user, which says nothing of others. */
export function isUserGone(error: unknown): boolean {
  return isServiceError(error) && error.name === "UserNotFoundException";
}
