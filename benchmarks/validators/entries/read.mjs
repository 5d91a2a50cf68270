import {
  readAdminListUserAuthEventsRequest,
  readAdminListUserAuthEventsResponse,
} from "@shapelog/cognito-identity-provider/validators";

export const isPage = (/** @type {unknown} */ value) => readAdminListUserAuthEventsResponse(value).ok;
export const isRequest = (/** @type {unknown} */ value) => readAdminListUserAuthEventsRequest(value).ok;

/** @param {unknown} value */
export function findError(value) {
  const result = readAdminListUserAuthEventsResponse(value);
  return result.ok ? undefined : result.errors[0];
}
