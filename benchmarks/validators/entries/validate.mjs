import {
  validateAdminListUserAuthEventsRequest,
  validateAdminListUserAuthEventsResponse,
} from "@shapelog/cognito-identity-provider/validators";

export const isPage = (/** @type {unknown} */ value) => validateAdminListUserAuthEventsResponse(value).ok;
export const isRequest = (/** @type {unknown} */ value) => validateAdminListUserAuthEventsRequest(value).ok;

/** @param {unknown} value */
export function findError(value) {
  const result = validateAdminListUserAuthEventsResponse(value);
  return result.ok ? undefined : result.errors[0];
}
