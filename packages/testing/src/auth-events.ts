import { createModel, type Member, type Model, type Shape, type ShapeId, UNIT } from "@shapelog/model";

const NAMESPACE = "com.example.events";

/** Returns the id of one of the story's shapes. */
export function eventsId(name: string): ShapeId {
  return `${NAMESPACE}#${name}`;
}

/** The values of the two enums that changed. */
export interface AuthEventsValues {
  readonly eventType: readonly string[];
  readonly eventResponse: readonly string[];
}

/** The values before and after 2022-08-18. */
export const AUTH_EVENTS_VALUES = {
  before: { eventType: ["SignIn", "SignUp", "ForgotPassword"], eventResponse: ["Success", "Failure"] },
  after: {
    eventType: ["SignIn", "SignUp", "ForgotPassword", "PasswordChange", "ResendCode"],
    eventResponse: ["Pass", "Fail", "InProgress"],
  },
} as const satisfies Record<string, AuthEventsValues>;

/** Returns a small model of the operation that lists auth events, with the given values in its two enums. */
export function authEventsModel(values: AuthEventsValues): Model {
  const id = eventsId;
  return createModel([
    {
      kind: "service",
      id: id("Events"),
      traits: { "smithy.api#title": "Example Events", "aws.protocols#awsJson1_1": {} },
      version: "2016-04-18",
      operations: [id("ListAuthEvents")],
      resources: [],
      errors: [],
      rename: [],
    },
    {
      kind: "operation",
      id: id("ListAuthEvents"),
      traits: {},
      input: id("ListAuthEventsRequest"),
      output: id("ListAuthEventsResponse"),
      errors: [id("NotFoundException")],
    },
    structure("ListAuthEventsRequest", [["UserPoolId", "smithy.api#String"]]),
    structure("ListAuthEventsResponse", [["AuthEvents", id("AuthEvents")]]),
    structure("NotFoundException", [["message", "smithy.api#String"]], { "smithy.api#error": "client" }),
    { kind: "list", id: id("AuthEvents"), traits: {}, members: [member("member", id("AuthEvent"))] },
    structure("AuthEvent", [
      ["EventType", id("EventType")],
      ["EventResponse", id("EventResponseType")],
      ["ChallengeResponses", id("ChallengeResponses")],
    ]),
    { kind: "list", id: id("ChallengeResponses"), traits: {}, members: [member("member", id("Challenge"))] },
    structure("Challenge", [["ChallengeResponse", id("ChallengeResponse")]]),
    enumShape("EventType", values.eventType),
    enumShape("EventResponseType", values.eventResponse),
    enumShape("ChallengeResponse", ["Success", "Failure"]),
  ]);
}

function member(name: string, target: ShapeId, traits: Member["traits"] = {}): Member {
  return { name, target, traits };
}

function structure(
  name: string,
  members: readonly (readonly [string, ShapeId])[],
  traits: Shape["traits"] = {},
): Shape {
  return {
    kind: "structure",
    id: eventsId(name),
    traits,
    members: members.map(([key, target]) => member(key, target)),
  };
}

function enumShape(name: string, values: readonly string[]): Shape {
  const members = values.map((value) => member(value, UNIT, { "smithy.api#enumValue": value }));
  return { kind: "enum", id: eventsId(name), traits: {}, members };
}
