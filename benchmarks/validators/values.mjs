/** What the service sends: 60 events, 29 KB. JSON.parse makes the values, as in a program. */
export const pageText = JSON.stringify({
  AuthEvents: Array.from({ length: 60 }, (_, index) => createEvent(index)),
});

export const page = JSON.parse(pageText);

/** The same page with one member of the wrong type, in the last events. */
export const wrongPage = JSON.parse(pageText);
wrongPage.AuthEvents[57].EventContextData.City = 42;

export const request = JSON.parse(
  '{"UserPoolId":"eu-central-1_AbCdEfGhI","Username":"jane.doe@example.com","MaxResults":60,"NextToken":"AQIC5wM2LY4S"}',
);

const MAX_TEXT = 131072;
const ASTRAL_LETTER = "\u{1D49C}";
const PRIVATE_USE = "\uE000";

/**
 * What every contestant judges before it is measured, with what the model says of it: values that a check gets wrong that
 * leaves something out, or counts otherwise.
 *
 * @type {readonly { kind: "page" | "request", name: string, value: unknown, isRight: boolean }[]}
 */
export const judged = [
  { kind: "page", name: "the page", value: page, isRight: true },
  { kind: "page", name: "an empty page", value: {}, isRight: true },
  { kind: "page", name: "a page of no events", value: { AuthEvents: [] }, isRight: true },
  rightEvent("an empty event", {}),
  rightEvent("a time before 1970, with fractions", { CreationDate: -0.5 }),
  rightEvent("the last time a Date can hold", { CreationDate: 8.64e12 }),
  rightEvent("131,072 characters outside the BMP", context({ City: ASTRAL_LETTER.repeat(MAX_TEXT) })),
  { kind: "page", name: "the page with a number for a city", value: wrongPage, isRight: false },
  ...[null, 1, "{}", []].map((value) => wrongPageOf(`${JSON.stringify(value)} for a page`, value)),
  wrongPageOf("an object for a list", { AuthEvents: {} }),
  wrongPageOf("null for a list", { AuthEvents: null }),
  wrongPageOf("null for an event", { AuthEvents: [null] }),
  wrongPageOf("a list for an event", { AuthEvents: [[]] }),
  wrongPageOf("an unknown member", { AuthEvents: [], More: true }),
  wrongPageOf("an own member `__proto__`", JSON.parse('{"__proto__":1}')),
  wrongPageOf("an empty token", { NextToken: "" }),
  wrongPageOf("a token with a space", { NextToken: "a b" }),
  wrongPageOf("a token of 131,073 characters", { NextToken: "a".repeat(MAX_TEXT + 1) }),
  wrongEvent("an unknown member of an event", { eventId: "1" }),
  wrongEvent("a member that all objects inherit", { constructor: 1 }),
  wrongEvent("null for a text", { EventId: null }),
  wrongEvent("a text of 131,073 characters", { EventId: "a".repeat(MAX_TEXT + 1) }),
  wrongEvent("an unknown value of an enum", { EventType: "signin" }),
  wrongEvent("a value of another enum", { EventResponse: "Success" }),
  wrongEvent("a time as text", { CreationDate: "1660780800" }),
  wrongEvent("a time that no Date can hold", { CreationDate: 8.64e12 + 1 }),
  wrongEvent("a text for a boolean", { EventRisk: { CompromisedCredentialsDetected: "true" } }),
  wrongEvent("an unknown member of a structure within", { EventRisk: { Level: "Low" } }),
  wrongEvent("an unknown value in a list within", { ChallengeResponses: [{ ChallengeName: "mfa" }] }),
  wrongEvent("null in a list within", { ChallengeResponses: [null] }),
  wrongEvent("a required member missing", { EventFeedback: { FeedbackValue: "Valid" } }),
  wrongEvent("null for a required member", { EventFeedback: { FeedbackValue: "Valid", Provider: null } }),
  { kind: "request", name: "the request", value: request, isRight: true },
  rightRequest("no optional member", {}),
  rightRequest("the least number", { MaxResults: 0 }),
  rightRequest("a name of 65 characters outside the BMP", { Username: ASTRAL_LETTER.repeat(65) }),
  rightRequest("a name of 128 characters outside the BMP", { Username: ASTRAL_LETTER.repeat(128) }),
  wrongRequest("a name of 129 characters outside the BMP", { Username: ASTRAL_LETTER.repeat(129) }),
  wrongRequest("a name of 129 characters", { Username: "a".repeat(129) }),
  wrongRequest("a name with a space", { Username: "jane doe" }),
  wrongRequest("a name of private use", { Username: PRIVATE_USE }),
  wrongRequest("an empty name", { Username: "" }),
  wrongRequest("a pool id without its part", { UserPoolId: "eu-central-1" }),
  wrongRequest("a pool id of 56 characters", { UserPoolId: `a_${"b".repeat(54)}` }),
  wrongRequest("a number over the limit", { MaxResults: 61 }),
  wrongRequest("a number under the limit", { MaxResults: -1 }),
  wrongRequest("a fraction for an integer", { MaxResults: 1.5 }),
  wrongRequest("a text for an integer", { MaxResults: "5" }),
  wrongRequest("an unknown member of a request", { maxResults: 5 }),
  { kind: "request", name: "no name", value: { UserPoolId: "eu-central-1_a" }, isRight: false },
  { kind: "request", name: "nothing for a request", value: undefined, isRight: false },
];

/** @param {number} index */
function createEvent(index) {
  const pick = (/** @type {string[]} */ ...values) => values[index % values.length];
  return {
    EventId: `4b2a9f3e-6d0c-4c1b-9a53-${String(index).padStart(12, "0")}`,
    EventType: pick("SignIn", "SignUp", "ForgotPassword", "PasswordChange", "ResendCode"),
    CreationDate: 1660780800.123 + index,
    EventResponse: pick("Pass", "Fail", "InProgress"),
    EventRisk: { RiskDecision: pick("NoRisk", "Block"), RiskLevel: pick("Low", "Medium", "High") },
    ChallengeResponses: [
      { ChallengeName: "Password", ChallengeResponse: pick("Success", "Failure") },
      ...(index % 2 === 0 ? [{ ChallengeName: "Mfa", ChallengeResponse: "Success" }] : []),
    ],
    EventContextData: {
      IpAddress: `203.0.113.${index}`,
      DeviceName: "Chrome 104, Windows 10",
      Timezone: "+02:00",
      City: "Freiburg",
      Country: "Germany",
    },
    ...(index % 3 === 0
      ? {
          EventFeedback: {
            FeedbackValue: pick("Valid", "Invalid"),
            Provider: "admin",
            FeedbackDate: 1660781800,
          },
        }
      : {}),
  };
}

/** @param {Record<string, unknown>} members */
function context(members) {
  return { EventContextData: members };
}

/**
 * @param {string} name
 * @param {unknown} value
 */
function wrongPageOf(name, value) {
  return { kind: /** @type {const} */ ("page"), name, value, isRight: false };
}

/**
 * @param {string} name
 * @param {Record<string, unknown>} event
 */
function rightEvent(name, event) {
  return { kind: /** @type {const} */ ("page"), name, value: { AuthEvents: [event] }, isRight: true };
}

/**
 * @param {string} name
 * @param {Record<string, unknown>} event
 */
function wrongEvent(name, event) {
  return { ...rightEvent(name, event), isRight: false };
}

/**
 * @param {string} name
 * @param {Record<string, unknown>} members
 */
function rightRequest(name, members) {
  const value = { UserPoolId: "eu-central-1_a", Username: "jane", ...members };
  return { kind: /** @type {const} */ ("request"), name, value, isRight: true };
}

/**
 * @param {string} name
 * @param {Record<string, unknown>} members
 */
function wrongRequest(name, members) {
  return { ...rightRequest(name, members), isRight: false };
}
