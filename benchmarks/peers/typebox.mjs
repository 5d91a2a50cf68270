import Type from "typebox";
import { Compile } from "typebox/compile";

const closed = { additionalProperties: false };
const text = Type.String({ maxLength: 131072 });
const seconds = Type.Number({ minimum: -8.64e12, maximum: 8.64e12 });
const nextToken = Type.String({ minLength: 1, maxLength: 131072, pattern: /^[\S]+$/u });

const event = Type.Object(
  {
    EventId: Type.Optional(text),
    EventType: Type.Optional(
      Type.Enum(["SignIn", "SignUp", "ForgotPassword", "PasswordChange", "ResendCode"]),
    ),
    CreationDate: Type.Optional(seconds),
    EventResponse: Type.Optional(Type.Enum(["Pass", "Fail", "InProgress"])),
    EventRisk: Type.Optional(
      Type.Object(
        {
          RiskDecision: Type.Optional(Type.Enum(["NoRisk", "AccountTakeover", "Block"])),
          RiskLevel: Type.Optional(Type.Enum(["Low", "Medium", "High"])),
          CompromisedCredentialsDetected: Type.Optional(Type.Boolean()),
        },
        closed,
      ),
    ),
    ChallengeResponses: Type.Optional(
      Type.Array(
        Type.Object(
          {
            ChallengeName: Type.Optional(Type.Enum(["Password", "Mfa"])),
            ChallengeResponse: Type.Optional(Type.Enum(["Success", "Failure"])),
          },
          closed,
        ),
      ),
    ),
    EventContextData: Type.Optional(
      Type.Object(
        {
          IpAddress: Type.Optional(text),
          DeviceName: Type.Optional(text),
          Timezone: Type.Optional(text),
          City: Type.Optional(text),
          Country: Type.Optional(text),
        },
        closed,
      ),
    ),
    EventFeedback: Type.Optional(
      Type.Object(
        {
          FeedbackValue: Type.Enum(["Valid", "Invalid"]),
          Provider: text,
          FeedbackDate: Type.Optional(seconds),
        },
        closed,
      ),
    ),
  },
  closed,
);

const page = Compile(
  Type.Object({ AuthEvents: Type.Optional(Type.Array(event)), NextToken: Type.Optional(nextToken) }, closed),
);

const request = Compile(
  Type.Object(
    {
      UserPoolId: Type.String({ minLength: 1, maxLength: 55, pattern: /^[\w-]+_[0-9a-zA-Z]+$/u }),
      Username: Type.String({ minLength: 1, maxLength: 128, pattern: /^[\p{L}\p{M}\p{S}\p{N}\p{P}]+$/u }),
      MaxResults: Type.Optional(Type.Integer({ minimum: 0, maximum: 60 })),
      NextToken: Type.Optional(nextToken),
    },
    closed,
  ),
);

export const isPage = (value) => page.Check(value);
export const isRequest = (value) => request.Check(value);

export function findError(value) {
  if (page.Check(value)) return undefined;
  const [{ instancePath, message }] = page.Errors(value);
  return { path: instancePath, message };
}
