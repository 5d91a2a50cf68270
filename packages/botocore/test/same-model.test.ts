import { createModel, equalShapes, isAggregate, type Model, type Shape, type Traits } from "@shapelog/model";
import { printSmithyJson, readSmithyJson } from "@shapelog/smithy";
import { describe, expect, it } from "vitest";
import { readBotocore } from "../src/read-botocore.js";

/** One service, as botocore writes it. */
const BOTOCORE = {
  version: "2.0",
  metadata: {
    apiVersion: "2016-04-18",
    endpointPrefix: "cognito-idp",
    jsonVersion: "1.1",
    protocol: "json",
    protocols: ["json"],
    serviceFullName: "Amazon Cognito Identity Provider",
    serviceId: "Cognito Identity Provider",
    signatureVersion: "v4",
    targetPrefix: "AWSCognitoIdentityProviderService",
    uid: "cognito-idp-2016-04-18",
    auth: ["aws.auth#sigv4"],
  },
  operations: {
    AdminListUserAuthEvents: {
      name: "AdminListUserAuthEvents",
      http: { method: "POST", requestUri: "/" },
      input: { shape: "AdminListUserAuthEventsRequest" },
      output: { shape: "AdminListUserAuthEventsResponse" },
      errors: [{ shape: "InvalidParameterException" }, { shape: "InternalErrorException" }],
    },
  },
  shapes: {
    AdminListUserAuthEventsRequest: {
      type: "structure",
      required: ["UserPoolId", "Username"],
      members: {
        UserPoolId: { shape: "UserPoolIdType" },
        Username: { shape: "UsernameType" },
        MaxResults: { shape: "QueryLimitType" },
        NextToken: { shape: "PaginationKey" },
      },
    },
    AdminListUserAuthEventsResponse: {
      type: "structure",
      members: { AuthEvents: { shape: "AuthEventsType" }, NextToken: { shape: "PaginationKey" } },
    },
    AuthEventType: {
      type: "structure",
      members: {
        EventId: { shape: "StringType" },
        CreationDate: { shape: "DateType" },
        EventResponse: { shape: "EventResponseType" },
        EventFeedback: { shape: "FeedbackValueType" },
      },
    },
    AuthEventsType: { type: "list", member: { shape: "AuthEventType" } },
    DateType: { type: "timestamp" },
    EventResponseType: { type: "string", enum: ["Pass", "Fail", "InProgress"] },
    FeedbackValueType: { type: "string", enum: ["Valid", "Invalid"] },
    InternalErrorException: {
      type: "structure",
      members: { message: { shape: "MessageType" } },
      exception: true,
      fault: true,
    },
    InvalidParameterException: {
      type: "structure",
      members: { message: { shape: "MessageType" } },
      exception: true,
    },
    MessageType: { type: "string" },
    PaginationKey: { type: "string", max: 131072, min: 1, pattern: "[\\S]+" },
    QueryLimitType: { type: "integer", box: true, max: 60, min: 0 },
    StringType: { type: "string", max: 131072, min: 0 },
    UserPoolIdType: { type: "string", max: 55, min: 1, pattern: "[\\w-]+_[0-9a-zA-Z]+" },
    UsernameType: {
      type: "string",
      max: 128,
      min: 1,
      pattern: "[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+",
      sensitive: true,
    },
  },
};

const NAMESPACE = "com.amazonaws.cognitoidentityprovider";
const target = (name: string) => ({ target: name.includes("#") ? name : `${NAMESPACE}#${name}` });
const value = (text: string) => ({ ...target("smithy.api#Unit"), traits: { "smithy.api#enumValue": text } });
const required = { traits: { "smithy.api#required": {} } };

/** The same service, as AWS's Smithy models write it. */
const SMITHY: Record<string, object> = {
  AWSCognitoIdentityProviderService: {
    type: "service",
    version: "2016-04-18",
    operations: [target("AdminListUserAuthEvents")],
    traits: {
      "aws.api#service": {
        sdkId: "Cognito Identity Provider",
        arnNamespace: "cognito-idp",
        cloudFormationName: "Cognito",
        cloudTrailEventSource: "cognito-idp.amazonaws.com",
        endpointPrefix: "cognito-idp",
      },
      "aws.auth#sigv4": { name: "cognito-idp" },
      "aws.protocols#awsJson1_1": {},
      "smithy.api#title": "Amazon Cognito Identity Provider",
    },
  },
  AdminListUserAuthEvents: {
    type: "operation",
    input: target("AdminListUserAuthEventsRequest"),
    output: target("AdminListUserAuthEventsResponse"),
    errors: [target("InternalErrorException"), target("InvalidParameterException")],
  },
  AdminListUserAuthEventsRequest: {
    type: "structure",
    members: {
      UserPoolId: { ...target("UserPoolIdType"), ...required },
      Username: { ...target("UsernameType"), ...required },
      MaxResults: target("QueryLimitType"),
      NextToken: target("PaginationKey"),
    },
    traits: { "smithy.api#input": {} },
  },
  AdminListUserAuthEventsResponse: {
    type: "structure",
    members: { AuthEvents: target("AuthEventsType"), NextToken: target("PaginationKey") },
    traits: { "smithy.api#output": {} },
  },
  AuthEventType: {
    type: "structure",
    members: {
      EventId: target("StringType"),
      CreationDate: target("DateType"),
      EventResponse: target("EventResponseType"),
      EventFeedback: target("FeedbackValueType"),
    },
  },
  AuthEventsType: { type: "list", member: target("AuthEventType") },
  DateType: { type: "timestamp" },
  EventResponseType: {
    type: "enum",
    members: { Pass: value("Pass"), Fail: value("Fail"), InProgress: value("InProgress") },
  },
  FeedbackValueType: { type: "enum", members: { VALID: value("Valid"), INVALID: value("Invalid") } },
  InternalErrorException: {
    type: "structure",
    members: { message: target("MessageType") },
    traits: { "smithy.api#error": "server" },
  },
  InvalidParameterException: {
    type: "structure",
    members: { message: target("MessageType") },
    traits: { "smithy.api#error": "client", "smithy.api#httpError": 400 },
  },
  MessageType: { type: "string" },
  PaginationKey: {
    type: "string",
    traits: { "smithy.api#length": { min: 1, max: 131072 }, "smithy.api#pattern": "^[\\S]+$" },
  },
  QueryLimitType: { type: "integer", traits: { "smithy.api#range": { min: 0, max: 60 } } },
  StringType: { type: "string", traits: { "smithy.api#length": { min: 0, max: 131072 } } },
  UserPoolIdType: {
    type: "string",
    traits: { "smithy.api#length": { min: 1, max: 55 }, "smithy.api#pattern": "^[\\w-]+_[0-9a-zA-Z]+$" },
  },
  UsernameType: {
    type: "string",
    traits: {
      "smithy.api#length": { min: 1, max: 128 },
      "smithy.api#pattern": "^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+$",
      "smithy.api#sensitive": {},
    },
  },
};

/**
 * What one format says and the other cannot, all of it. Each entry names a shape and takes the fact out of it; the
 * models are equal after that, and not before.
 */
const DIFFERENCES: readonly {
  readonly fact: string;
  readonly shape: string;
  without(shape: Shape): Shape;
}[] = [
  {
    fact: "botocore has no CloudFormation, CloudTrail or ARN names of a service",
    shape: "AWSCognitoIdentityProviderService",
    without: (shape) => withTraits(shape, { "aws.api#service": null }),
  },
  {
    fact: "AWS sorts errors when it prints Smithy models",
    shape: "AdminListUserAuthEvents",
    without: (shape) => (shape.kind === "operation" ? { ...shape, errors: [...shape.errors].sort() } : shape),
  },
  {
    fact: "botocore has no names of enum members",
    shape: "FeedbackValueType",
    without: (shape) =>
      shape.kind === "enum" ? { ...shape, members: shape.members.map((m) => ({ ...m, name: "" })) } : shape,
  },
  {
    fact: "botocore often leaves out the status code of an error",
    shape: "InvalidParameterException",
    without: (shape) => withTraits(shape, { "smithy.api#httpError": null }),
  },
  {
    fact: "Smithy 2.0 has no @box; a shape without a default is boxed",
    shape: "QueryLimitType",
    without: (shape) => withTraits(shape, { "shapelog.botocore#box": null }),
  },
];

function withTraits(shape: Shape, set: Traits): Shape {
  return { ...shape, traits: { ...shape.traits, ...set } };
}

function without(model: Model, skipped?: number): Model {
  return createModel(
    [...model.shapes.values()].map((shape) =>
      DIFFERENCES.reduce(
        (changed, difference, index) =>
          index !== skipped && shape.id === `${NAMESPACE}#${difference.shape}`
            ? difference.without(changed)
            : changed,
        shape,
      ),
    ),
  );
}

/** Returns the names of the shapes in which two models differ. */
function findDifferent(a: Model, b: Model): string[] {
  const ids = new Set([...a.shapes.keys(), ...b.shapes.keys()]);
  return [...ids]
    .filter((id) => {
      const [left, right] = [a.shapes.get(id), b.shapes.get(id)];
      return !left || !right || !equalShapes(left, right);
    })
    .map((id) => id.slice(NAMESPACE.length + 1));
}

describe("one service in both formats", () => {
  const botocore = readBotocore({ file: "service-2.json", text: JSON.stringify(BOTOCORE) });
  const shapes = Object.fromEntries(
    Object.entries(SMITHY).map(([name, shape]) => [`${NAMESPACE}#${name}`, shape]),
  );
  const smithy = readSmithyJson({ file: "model.json", text: JSON.stringify({ smithy: "2.0", shapes }) });

  it("reads without diagnostics", () => {
    expect(botocore.diagnostics).toEqual([]);
    expect(smithy.diagnostics).toEqual([]);
  });

  it("reads as equal models but for what one format cannot say", () => {
    expect(findDifferent(without(botocore.model), without(smithy.model))).toEqual([]);
  });

  it.each(DIFFERENCES.map(({ fact, shape }, index) => [fact, shape, index] as const))(
    "differs there only because %s",
    (_fact, shape, index) => {
      expect(findDifferent(without(botocore.model, index), without(smithy.model, index))).toEqual([shape]);
    },
  );

  it("differs in no enum value, whatever the names", () => {
    const values = (model: Model) =>
      [...model.shapes.values()]
        .filter(isAggregate)
        .map(({ id, members }) => [id, members.map((member) => member.traits["smithy.api#enumValue"])])
        .sort();
    expect(values(botocore.model)).toEqual(values(smithy.model));
  });

  it("reads the same again from what is printed", () => {
    const text = printSmithyJson(botocore.model);
    const { model, diagnostics } = readSmithyJson({ file: "printed.json", text });
    expect(diagnostics).toEqual([]);
    expect(findDifferent(model, botocore.model)).toEqual([]);
  });
});
