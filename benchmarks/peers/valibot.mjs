import {
  array,
  boolean,
  getDotPath,
  integer,
  is,
  maxLength,
  maxValue,
  minLength,
  minValue,
  number,
  optional,
  picklist,
  pipe,
  regex,
  safeParse,
  strictObject,
  string,
} from "valibot";

const text = pipe(string(), maxLength(131072));
const seconds = pipe(number(), minValue(-8.64e12), maxValue(8.64e12));
const nextToken = pipe(string(), minLength(1), maxLength(131072), regex(/^[\S]+$/u));

const event = strictObject({
  EventId: optional(text),
  EventType: optional(picklist(["SignIn", "SignUp", "ForgotPassword", "PasswordChange", "ResendCode"])),
  CreationDate: optional(seconds),
  EventResponse: optional(picklist(["Pass", "Fail", "InProgress"])),
  EventRisk: optional(
    strictObject({
      RiskDecision: optional(picklist(["NoRisk", "AccountTakeover", "Block"])),
      RiskLevel: optional(picklist(["Low", "Medium", "High"])),
      CompromisedCredentialsDetected: optional(boolean()),
    }),
  ),
  ChallengeResponses: optional(
    array(
      strictObject({
        ChallengeName: optional(picklist(["Password", "Mfa"])),
        ChallengeResponse: optional(picklist(["Success", "Failure"])),
      }),
    ),
  ),
  EventContextData: optional(
    strictObject({
      IpAddress: optional(text),
      DeviceName: optional(text),
      Timezone: optional(text),
      City: optional(text),
      Country: optional(text),
    }),
  ),
  EventFeedback: optional(
    strictObject({
      FeedbackValue: picklist(["Valid", "Invalid"]),
      Provider: text,
      FeedbackDate: optional(seconds),
    }),
  ),
});

const page = strictObject({ AuthEvents: optional(array(event)), NextToken: optional(nextToken) });

const request = strictObject({
  UserPoolId: pipe(string(), minLength(1), maxLength(55), regex(/^[\w-]+_[0-9a-zA-Z]+$/u)),
  Username: pipe(string(), minLength(1), maxLength(128), regex(/^[\p{L}\p{M}\p{S}\p{N}\p{P}]+$/u)),
  MaxResults: optional(pipe(number(), integer(), minValue(0), maxValue(60))),
  NextToken: optional(nextToken),
});

export const isPage = (value) => is(page, value);
export const isRequest = (value) => is(request, value);

export function findError(value) {
  const result = safeParse(page, value, { abortEarly: true });
  if (result.success) return undefined;
  const [issue] = result.issues;
  return { path: getDotPath(issue) ?? "", message: issue.message };
}
