import type { VendorNote } from "@shapelog/ledger";
import type { Model, Shape } from "@shapelog/model";
import type { SiteService } from "../src/options.js";
import {
  type Edition,
  enumShape,
  list,
  member,
  operation,
  recordEditions,
  service,
  simple,
  structure,
} from "./model-builder.js";

/** What differs between the editions of the model. */
interface Story {
  readonly detected: boolean;
  readonly responses: readonly string[];
  readonly types: readonly string[];
  readonly textLimit: boolean;
  readonly tokenLimit: boolean;
  readonly reason: boolean;
  readonly notEnabled: boolean;
}

const START: Story = {
  detected: false,
  responses: ["Success", "Failure"],
  types: ["SignIn", "SignUp", "ForgotPassword"],
  textLimit: false,
  tokenLimit: false,
  reason: false,
  notEnabled: false,
};

const ERRORS = [
  "InvalidParameterException",
  "ResourceNotFoundException",
  "TooManyRequestsException",
  "NotAuthorizedException",
  "UserNotFoundException",
  "UserPoolAddOnNotEnabledException",
  "InternalErrorException",
];

function shapesOf(story: Story): Shape[] {
  const errors = [...ERRORS, ...(story.notEnabled ? ["OperationNotEnabledException"] : [])];
  return [
    service("IdentityProvider", ["AdminListUserAuthEvents"], {
      title: "Amazon Cognito Identity Provider",
      documentation: "<p>Sign-up and sign-in for <b>users</b> of an app.</p>",
    }),
    operation("AdminListUserAuthEvents", errors, {
      documentation:
        "<p>Lists what a user did to sign in, newest first, with the risk that was found each time.</p><note><p>Needs threat protection.</p></note>",
      paginated: {
        inputToken: "NextToken",
        outputToken: "NextToken",
        pageSize: "MaxResults",
        items: "AuthEvents",
      },
    }),
    structure(
      "AdminListUserAuthEventsRequest",
      [
        member("UserPoolId", "UserPoolIdType", { required: {}, documentation: "The pool the user is in." }),
        member("Username", "UsernameType", {
          required: {},
          documentation: "The user whose events are listed.",
        }),
        member("MaxResults", "QueryLimitType", { documentation: "How many events one page may have." }),
        member("NextToken", "PaginationKey", { documentation: "Where the page before this one ended." }),
      ],
      { input: {} },
    ),
    structure(
      "AdminListUserAuthEventsResponse",
      [
        member("AuthEvents", "AuthEventsType", { documentation: "The events." }),
        member("NextToken", "PaginationKey", { documentation: "Where the next page starts." }),
      ],
      { output: {} },
    ),
    list("AuthEventsType", "AuthEventType"),
    structure("AuthEventType", [
      member("EventId", "StringType", { documentation: "The event’s id." }),
      member("EventType", "EventType", { documentation: "What the user did." }),
      member("CreationDate", "DateType", { documentation: "When." }),
      member("EventResponse", "EventResponseType", { documentation: "How it ended." }),
      member("EventRisk", "EventRiskType"),
      member("ChallengeResponses", "ChallengeResponseListType", {
        documentation: "What was asked of the user.",
      }),
      member("EventContextData", "EventContextDataType"),
      member("EventFeedback", "EventFeedbackType"),
    ]),
    enumShape("EventType", story.types),
    enumShape("EventResponseType", story.responses),
    structure("EventRiskType", [
      member("RiskDecision", "RiskDecisionType"),
      member("RiskLevel", "RiskLevelType"),
      ...(story.detected ? [member("CompromisedCredentialsDetected", "WrappedBooleanType")] : []),
    ]),
    ...(story.detected ? [simple("boolean", "WrappedBooleanType")] : []),
    enumShape("RiskDecisionType", ["NoRisk", "AccountTakeover", "Block"]),
    enumShape("RiskLevelType", ["Low", "Medium", "High"]),
    list("ChallengeResponseListType", "ChallengeResponseType"),
    structure("ChallengeResponseType", [
      member("ChallengeName", "ChallengeName"),
      member("ChallengeResponse", "ChallengeResponse"),
    ]),
    enumShape("ChallengeName", ["Password", "Mfa"]),
    enumShape("ChallengeResponse", ["Success", "Failure"]),
    structure(
      "EventContextDataType",
      ["IpAddress", "DeviceName", "Timezone", "City", "Country"].map((name) => member(name, "StringType")),
    ),
    structure("EventFeedbackType", [
      member("FeedbackValue", "FeedbackValueType", { required: {} }),
      member("Provider", "StringType", { required: {} }),
      member("FeedbackDate", "DateType"),
    ]),
    enumShape("FeedbackValueType", ["Valid", "Invalid"]),
    simple("string", "StringType", story.textLimit ? { length: { min: 0, max: 131072 } } : {}),
    simple("timestamp", "DateType"),
    simple("string", "UserPoolIdType", { length: { min: 1, max: 55 }, pattern: "^[\\w-]+_[0-9a-zA-Z]+$" }),
    simple("string", "UsernameType", { length: { min: 1, max: 128 }, sensitive: {} }),
    simple("integer", "QueryLimitType", { range: { min: 0, max: 60 } }),
    simple("string", "PaginationKey", { length: story.tokenLimit ? { min: 1, max: 131072 } : { min: 1 } }),
    simple("string", "MessageType"),
    ...errors.map((name) =>
      structure(
        name,
        [
          member("message", "MessageType"),
          ...(story.reason && name === "InvalidParameterException"
            ? [member("reasonCode", "ReasonCodeType")]
            : []),
        ],
        { error: "client" },
      ),
    ),
    ...(story.reason ? [simple("string", "ReasonCodeType")] : []),
  ];
}

type EditionRow = readonly [
  date: string,
  version: string,
  change: Partial<Story>,
  note?: string,
  vendor?: Partial<VendorNote>,
];

const EDITIONS: readonly EditionRow[] = [
  ["2017-11-28", "1.8.4", {}],
  ["2020-03-16", "1.15.21", { detected: true }],
  [
    "2022-08-18",
    "1.27.55",
    {
      responses: ["Pass", "Fail", "InProgress"],
      types: ["SignIn", "SignUp", "ForgotPassword", "PasswordChange", "ResendCode"],
    },
    "Events now tell `PasswordChange` and `ResendCode` apart.\n\nSuccess and Failure, which were never returned, are taken out.",
    {
      file: ".changes/1.27.55.json",
      text: "This puts <b>right</b> what was said of events.\n\nNothing else.",
    },
  ],
  ["2023-08-02", "1.31.18", { textLimit: true }],
  ["2023-08-29", "1.31.36", { tokenLimit: true }],
  ["2024-11-22", "1.35.67", { reason: true }],
  [
    "2026-06-01",
    "1.43.0",
    { notEnabled: true },
    "A pool can now refuse an operation.",
    { file: ".changes/1.43.0.json" },
  ],
];

/** Returns the editions of one operation's model, as they followed one another. */
export function authEventEditions(): Edition[] {
  let story = START;
  return EDITIONS.map(([date, version, change, note, vendor]) => {
    story = { ...story, ...change };
    return {
      ...{ date, version, shapes: shapesOf(story) },
      ...(note === undefined ? {} : { note }),
      ...(vendor ? { vendor: { source: "botocore", version, ...vendor } } : {}),
    };
  });
}

/** Returns the service of one operation that the tests tell of. */
export function authEventService(): SiteService & { readonly model: Model } {
  return {
    id: "cognito-identity-provider",
    packageName: "@shapelog/cognito-identity-provider",
    ...recordEditions("cognito-identity-provider", authEventEditions()),
  };
}
