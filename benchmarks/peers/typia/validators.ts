import typia, { type tags } from "typia";

/** `tags.Pattern` makes a regular expression without the `u` flag, which reads `\p{L}` otherwise. */
type UnicodePattern<Value extends string> = tags.TagBase<{
  kind: "unicodePattern";
  target: "string";
  value: Value;
  validate: `/${Value}/u.test($input)`;
  exclusive: true;
}>;

type Text = string & tags.MaxLength<131072>;
type Seconds = number & tags.Minimum<-8640000000000> & tags.Maximum<8640000000000>;
type NextToken = string & tags.MinLength<1> & tags.MaxLength<131072> & UnicodePattern<"^[\\S]+$">;

interface Page {
  AuthEvents?: AuthEvent[];
  NextToken?: NextToken;
}

interface AuthEvent {
  EventId?: Text;
  EventType?: "SignIn" | "SignUp" | "ForgotPassword" | "PasswordChange" | "ResendCode";
  CreationDate?: Seconds;
  EventResponse?: "Pass" | "Fail" | "InProgress";
  EventRisk?: {
    RiskDecision?: "NoRisk" | "AccountTakeover" | "Block";
    RiskLevel?: "Low" | "Medium" | "High";
    CompromisedCredentialsDetected?: boolean;
  };
  ChallengeResponses?: { ChallengeName?: "Password" | "Mfa"; ChallengeResponse?: "Success" | "Failure" }[];
  EventContextData?: { IpAddress?: Text; DeviceName?: Text; Timezone?: Text; City?: Text; Country?: Text };
  EventFeedback?: { FeedbackValue: "Valid" | "Invalid"; Provider: Text; FeedbackDate?: Seconds };
}

interface Request {
  UserPoolId: string & tags.MinLength<1> & tags.MaxLength<55> & UnicodePattern<"^[\\w-]+_[0-9a-zA-Z]+$">;
  Username: string &
    tags.MinLength<1> &
    tags.MaxLength<128> &
    UnicodePattern<"^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+$">;
  MaxResults?: number & tags.Type<"int32"> & tags.Minimum<0> & tags.Maximum<60>;
  NextToken?: NextToken;
}

export const isPage = typia.createEquals<Page>();
export const validatePage = typia.createValidateEquals<Page>();
export const isRequest = typia.createEquals<Request>();
