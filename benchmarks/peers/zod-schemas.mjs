import * as z from "zod";

const text = z.string().max(131072);
const seconds = z.number().min(-8.64e12).max(8.64e12);
const nextToken = z
  .string()
  .min(1)
  .max(131072)
  .regex(/^[\S]+$/u);

const event = z.strictObject({
  EventId: text.optional(),
  EventType: z.enum(["SignIn", "SignUp", "ForgotPassword", "PasswordChange", "ResendCode"]).optional(),
  CreationDate: seconds.optional(),
  EventResponse: z.enum(["Pass", "Fail", "InProgress"]).optional(),
  EventRisk: z
    .strictObject({
      RiskDecision: z.enum(["NoRisk", "AccountTakeover", "Block"]).optional(),
      RiskLevel: z.enum(["Low", "Medium", "High"]).optional(),
      CompromisedCredentialsDetected: z.boolean().optional(),
    })
    .optional(),
  ChallengeResponses: z
    .array(
      z.strictObject({
        ChallengeName: z.enum(["Password", "Mfa"]).optional(),
        ChallengeResponse: z.enum(["Success", "Failure"]).optional(),
      }),
    )
    .optional(),
  EventContextData: z
    .strictObject({
      IpAddress: text.optional(),
      DeviceName: text.optional(),
      Timezone: text.optional(),
      City: text.optional(),
      Country: text.optional(),
    })
    .optional(),
  EventFeedback: z
    .strictObject({
      FeedbackValue: z.enum(["Valid", "Invalid"]),
      Provider: text,
      FeedbackDate: seconds.optional(),
    })
    .optional(),
});

export const page = z.strictObject({
  AuthEvents: z.array(event).optional(),
  NextToken: nextToken.optional(),
});

export const request = z.strictObject({
  UserPoolId: z
    .string()
    .min(1)
    .max(55)
    .regex(/^[\w-]+_[0-9a-zA-Z]+$/u),
  Username: z
    .string()
    .min(1)
    .max(128)
    .regex(/^[\p{L}\p{M}\p{S}\p{N}\p{P}]+$/u),
  MaxResults: z.int32().min(0).max(60).optional(),
  NextToken: nextToken.optional(),
});
