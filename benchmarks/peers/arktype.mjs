import { type } from "arktype";

const text = "string <= 131072";
const seconds = "-8640000000000 <= number <= 8640000000000";
const nextToken = type("1 <= string <= 131072").and(/^[\S]+$/u);
const closed = { "+": "reject" };

const event = type({
  ...closed,
  "EventId?": text,
  "EventType?": "'SignIn' | 'SignUp' | 'ForgotPassword' | 'PasswordChange' | 'ResendCode'",
  "CreationDate?": seconds,
  "EventResponse?": "'Pass' | 'Fail' | 'InProgress'",
  "EventRisk?": {
    ...closed,
    "RiskDecision?": "'NoRisk' | 'AccountTakeover' | 'Block'",
    "RiskLevel?": "'Low' | 'Medium' | 'High'",
    "CompromisedCredentialsDetected?": "boolean",
  },
  "ChallengeResponses?": type({
    ...closed,
    "ChallengeName?": "'Password' | 'Mfa'",
    "ChallengeResponse?": "'Success' | 'Failure'",
  }).array(),
  "EventContextData?": {
    ...closed,
    "IpAddress?": text,
    "DeviceName?": text,
    "Timezone?": text,
    "City?": text,
    "Country?": text,
  },
  "EventFeedback?": {
    ...closed,
    FeedbackValue: "'Valid' | 'Invalid'",
    Provider: text,
    "FeedbackDate?": seconds,
  },
});

const page = type({ ...closed, "AuthEvents?": event.array(), "NextToken?": nextToken });

const request = type({
  ...closed,
  UserPoolId: type("1 <= string <= 55").and(/^[\w-]+_[0-9a-zA-Z]+$/u),
  Username: type("1 <= string <= 128").and(/^[\p{L}\p{M}\p{S}\p{N}\p{P}]+$/u),
  "MaxResults?": "0 <= number.integer <= 60",
  "NextToken?": nextToken,
});

export const isPage = (value) => page.allows(value);
export const isRequest = (value) => request.allows(value);

export function findError(value) {
  const result = page(value);
  if (!(result instanceof type.errors)) return undefined;
  const [{ path, message }] = result;
  return { path: path.stringify(), message };
}
