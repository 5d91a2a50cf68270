import type { Model, ServiceShape, Shape } from "@shapelog/model";
import { member, modelOf, operation, shape, simple, value } from "./build-model.js";

const required = { required: {} };

const errors = [
  "InternalErrorException",
  "InvalidParameterException",
  "NotAuthorizedException",
  "ResourceNotFoundException",
  "TooManyRequestsException",
  "UserNotFoundException",
  "UserPoolAddOnNotEnabledException",
];

const enumOf = (name: string, ...values: string[]): Shape =>
  shape(
    "enum",
    name,
    values.map((each) => value(each)),
  );

/** Returns the model of Amazon Cognito's AdminListUserAuthEvents, as it was on 2024-11-22, with our own short docs. */
export function authEventsModel(): { model: Model; service: ServiceShape } {
  return modelOf([...requestShapes(), ...eventShapes(), ...errorShapes()]);
}

function requestShapes(): Shape[] {
  return [
    operation("AdminListUserAuthEvents", {
      input: "AdminListUserAuthEventsRequest",
      output: "AdminListUserAuthEventsResponse",
      errors,
      traits: {
        documentation: "<p>Lists a user's sign-in events.</p>",
        paginated: {
          inputToken: "NextToken",
          outputToken: "NextToken",
          items: "AuthEvents",
          pageSize: "MaxResults",
        },
      },
    }),
    shape("structure", "AdminListUserAuthEventsRequest", [
      member("UserPoolId", "UserPoolIdType", { ...required, documentation: "The user pool." }),
      member("Username", "UsernameType", required),
      member("MaxResults", "QueryLimitType"),
      member("NextToken", "PaginationKey"),
    ]),
    shape("structure", "AdminListUserAuthEventsResponse", [
      member("AuthEvents", "AuthEventsType"),
      member("NextToken", "PaginationKey"),
    ]),
    simple("string", "UserPoolIdType", { length: { min: 1, max: 55 }, pattern: "^[\\w-]+_[0-9a-zA-Z]+$" }),
    simple("string", "UsernameType", { length: { min: 1, max: 128 }, sensitive: {} }),
    simple("integer", "QueryLimitType", { range: { min: 0, max: 60 } }),
    simple("string", "PaginationKey", { length: { min: 1, max: 131072 } }),
  ];
}

function eventShapes(): Shape[] {
  return [
    shape("list", "AuthEventsType", [member("member", "AuthEventType")]),
    shape(
      "structure",
      "AuthEventType",
      [
        member("EventId", "StringType"),
        member("EventType", "EventType"),
        member("CreationDate", "DateType", { documentation: "When the event happened." }),
        member("EventResponse", "EventResponseType"),
        member("EventRisk", "EventRiskType"),
        member("ChallengeResponses", "ChallengeResponseListType"),
        member("EventContextData", "EventContextDataType"),
        member("EventFeedback", "EventFeedbackType"),
      ],
      { documentation: "One sign-in event." },
    ),
    enumOf("EventType", "SignIn", "SignUp", "ForgotPassword", "PasswordChange", "ResendCode"),
    enumOf("EventResponseType", "Pass", "Fail", "InProgress"),
    shape("structure", "EventRiskType", [
      member("RiskDecision", "RiskDecisionType"),
      member("RiskLevel", "RiskLevelType"),
      member("CompromisedCredentialsDetected", "WrappedBooleanType"),
    ]),
    enumOf("RiskDecisionType", "NoRisk", "AccountTakeover", "Block"),
    enumOf("RiskLevelType", "Low", "Medium", "High"),
    shape("list", "ChallengeResponseListType", [member("member", "ChallengeResponseType")]),
    shape("structure", "ChallengeResponseType", [
      member("ChallengeName", "ChallengeName"),
      member("ChallengeResponse", "ChallengeResponse"),
    ]),
    enumOf("ChallengeName", "Password", "Mfa"),
    enumOf("ChallengeResponse", "Success", "Failure"),
    shape(
      "structure",
      "EventContextDataType",
      ["IpAddress", "DeviceName", "Timezone", "City", "Country"].map((name) => member(name, "StringType")),
    ),
    shape("structure", "EventFeedbackType", [
      member("FeedbackValue", "FeedbackValueType", required),
      member("Provider", "StringType", required),
      member("FeedbackDate", "DateType"),
    ]),
    enumOf("FeedbackValueType", "Valid", "Invalid"),
    simple("string", "StringType", { length: { min: 0, max: 131072 } }),
    simple("timestamp", "DateType"),
    simple("boolean", "WrappedBooleanType"),
  ];
}

function errorShapes(): Shape[] {
  const reason = member("reasonCode", "InvalidParameterExceptionReasonCodeType");
  return [
    ...errors.map((name) =>
      shape(
        "structure",
        name,
        [member("message", "MessageType"), ...(name === "InvalidParameterException" ? [reason] : [])],
        { error: name === "InternalErrorException" ? "server" : "client" },
      ),
    ),
    simple("string", "MessageType"),
    simple("string", "InvalidParameterExceptionReasonCodeType"),
  ];
}
