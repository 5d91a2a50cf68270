// The checks of a page and a request as someone would write them by hand to be quick: every shortcut that compiled ones
// have, and nothing to say but yes or no. All ratios are to these.

/**
 * @param {unknown} value
 * @returns {value is Record<string, unknown>}
 */
const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const isSeconds = (/** @type {unknown} */ value) =>
  typeof value === "number" && value >= -8.64e12 && value <= 8.64e12;

/** @param {string} text */
function countCodePoints(text) {
  let count = 0;
  for (const _ of text) count++;
  return count;
}

/**
 * @param {unknown} value
 * @param {number} max
 * @returns {value is string}
 */
function isText(value, max) {
  return (
    typeof value === "string" &&
    (value.length <= max || (value.length <= 2 * max && countCodePoints(value) <= max))
  );
}

const NEXT_TOKEN = /^[\S]+$/u;
const isNextToken = (/** @type {unknown} */ value) =>
  isText(value, 131072) && value !== "" && NEXT_TOKEN.test(value);

/** @param {unknown} value */
export function isPage(value) {
  if (!isObject(value)) return false;
  let count = 0;
  const events = value.AuthEvents;
  if (events !== undefined) {
    count++;
    if (!Array.isArray(events)) return false;
    for (let index = 0; index < events.length; index++) if (!checkEvent(events[index])) return false;
  }
  if (value.NextToken !== undefined) {
    count++;
    if (!isNextToken(value.NextToken)) return false;
  }
  for (const _ in value) count--;
  return count === 0;
}

/** @param {unknown} value */
function checkEvent(value) {
  if (!isObject(value)) return false;
  let count = 0;
  if (value.EventId !== undefined) {
    count++;
    if (!isText(value.EventId, 131072)) return false;
  }
  const type = value.EventType;
  if (type !== undefined) {
    count++;
    if (
      type !== "SignIn" &&
      type !== "SignUp" &&
      type !== "ForgotPassword" &&
      type !== "PasswordChange" &&
      type !== "ResendCode"
    )
      return false;
  }
  if (value.CreationDate !== undefined) {
    count++;
    if (!isSeconds(value.CreationDate)) return false;
  }
  const response = value.EventResponse;
  if (response !== undefined) {
    count++;
    if (response !== "Pass" && response !== "Fail" && response !== "InProgress") return false;
  }
  if (value.EventRisk !== undefined) {
    count++;
    if (!checkRisk(value.EventRisk)) return false;
  }
  const challenges = value.ChallengeResponses;
  if (challenges !== undefined) {
    count++;
    if (!Array.isArray(challenges)) return false;
    for (let index = 0; index < challenges.length; index++)
      if (!checkChallenge(challenges[index])) return false;
  }
  if (value.EventContextData !== undefined) {
    count++;
    if (!checkContext(value.EventContextData)) return false;
  }
  if (value.EventFeedback !== undefined) {
    count++;
    if (!checkFeedback(value.EventFeedback)) return false;
  }
  for (const _ in value) count--;
  return count === 0;
}

/** @param {unknown} value */
function checkRisk(value) {
  if (!isObject(value)) return false;
  let count = 0;
  const decision = value.RiskDecision;
  if (decision !== undefined) {
    count++;
    if (decision !== "NoRisk" && decision !== "AccountTakeover" && decision !== "Block") return false;
  }
  const level = value.RiskLevel;
  if (level !== undefined) {
    count++;
    if (level !== "Low" && level !== "Medium" && level !== "High") return false;
  }
  if (value.CompromisedCredentialsDetected !== undefined) {
    count++;
    if (typeof value.CompromisedCredentialsDetected !== "boolean") return false;
  }
  for (const _ in value) count--;
  return count === 0;
}

/** @param {unknown} value */
function checkChallenge(value) {
  if (!isObject(value)) return false;
  let count = 0;
  const name = value.ChallengeName;
  if (name !== undefined) {
    count++;
    if (name !== "Password" && name !== "Mfa") return false;
  }
  const response = value.ChallengeResponse;
  if (response !== undefined) {
    count++;
    if (response !== "Success" && response !== "Failure") return false;
  }
  for (const _ in value) count--;
  return count === 0;
}

/** @param {unknown} value */
function checkContext(value) {
  if (!isObject(value)) return false;
  let count = 0;
  if (value.IpAddress !== undefined) {
    count++;
    if (!isText(value.IpAddress, 131072)) return false;
  }
  if (value.DeviceName !== undefined) {
    count++;
    if (!isText(value.DeviceName, 131072)) return false;
  }
  if (value.Timezone !== undefined) {
    count++;
    if (!isText(value.Timezone, 131072)) return false;
  }
  if (value.City !== undefined) {
    count++;
    if (!isText(value.City, 131072)) return false;
  }
  if (value.Country !== undefined) {
    count++;
    if (!isText(value.Country, 131072)) return false;
  }
  for (const _ in value) count--;
  return count === 0;
}

/** @param {unknown} value */
function checkFeedback(value) {
  if (!isObject(value)) return false;
  let count = 2;
  if (value.FeedbackValue !== "Valid" && value.FeedbackValue !== "Invalid") return false;
  if (!isText(value.Provider, 131072)) return false;
  if (value.FeedbackDate !== undefined) {
    count++;
    if (!isSeconds(value.FeedbackDate)) return false;
  }
  for (const _ in value) count--;
  return count === 0;
}

const USER_POOL_ID = /^[\w-]+_[0-9a-zA-Z]+$/u;
const USERNAME = /^[\p{L}\p{M}\p{S}\p{N}\p{P}]+$/u;

/** @param {unknown} value */
export function isRequest(value) {
  if (!isObject(value)) return false;
  let count = 2;
  if (!isText(value.UserPoolId, 55) || value.UserPoolId === "" || !USER_POOL_ID.test(value.UserPoolId))
    return false;
  if (!isText(value.Username, 128) || value.Username === "" || !USERNAME.test(value.Username)) return false;
  const max = /** @type {number | undefined} */ (value.MaxResults);
  if (max !== undefined) {
    count++;
    if (!Number.isInteger(max) || max < 0 || max > 60) return false;
  }
  if (value.NextToken !== undefined) {
    count++;
    if (!isNextToken(value.NextToken)) return false;
  }
  for (const _ in value) count--;
  return count === 0;
}
