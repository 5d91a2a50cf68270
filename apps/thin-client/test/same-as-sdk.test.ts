import {
  AdminListUserAuthEventsCommand,
  type AdminListUserAuthEventsCommandInput,
  CognitoIdentityProviderClient,
} from "@aws-sdk/client-cognito-identity-provider";
import {
  readAdminListUserAuthEventsResponse,
  readUserNotFoundException,
  validateAdminListUserAuthEventsResponse,
  validateUserNotFoundException,
} from "@shapelog/cognito-identity-provider/validators/sdk";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createListAuthEvents } from "../src/list-auth-events.js";
import { type Answer, type Received, type StubServer, startStubServer } from "./stub-server.js";

const CREDENTIALS = { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "secret", sessionToken: "session" };
const REGION = "eu-central-1";
const ID = { "x-amzn-requestid": "6a2c6b2e-0f1d-4a83-9d6a-1d2a5e3f4b5c" };

let server: StubServer;

beforeAll(async () => {
  server = await startStubServer();
});

afterAll(() => server.close());

/** What came of a call, with the request it made. */
interface Call {
  readonly request: Received | undefined;
  readonly output?: unknown;
  readonly error?: Error;
}

/** Makes the same call with the SDK's client and with the thin one. */
async function callBoth(
  input: AdminListUserAuthEventsCommandInput,
  answer: Answer = { status: 200, body: "{}" },
): Promise<readonly [sdk: Call, thin: Call]> {
  server.answer(answer);
  const client = new CognitoIdentityProviderClient({
    region: REGION,
    endpoint: server.endpoint,
    credentials: CREDENTIALS,
    maxAttempts: 1,
  });
  const sdk = await settle(client.send(new AdminListUserAuthEventsCommand(input)));
  client.destroy();
  const list = createListAuthEvents({
    region: REGION,
    endpoint: server.endpoint,
    credentials: CREDENTIALS,
  });
  return [sdk, await settle(list(input))];
}

async function settle(call: Promise<unknown>): Promise<Call> {
  const settled = await call.then(
    (output) => ({ output }),
    (error: Error) => ({ error }),
  );
  return { request: server.received.at(-1), ...settled };
}

/** What of a request a service looks at: not who sent it, how often, and when. */
function describeRequest({ request }: Call) {
  const { method, url, headers = {}, body } = request ?? {};
  const { host, "content-type": type, "content-length": length, "x-amz-target": target } = headers;
  const [, scope] = /Credential=[^/]+\/\d{8}\/([^,]+)/.exec(headers.authorization ?? "") ?? [];
  return { method, url, host, type, length, target, token: headers["x-amz-security-token"], scope, body };
}

describe("the validators of the program form", () => {
  it("take what clients return, with nothing that drifts", async () => {
    const body = JSON.stringify({
      AuthEvents: [{ EventId: "e", CreationDate: 1_700_000_000.5, EventResponse: "Pass" }],
      NextToken: "t",
    });
    for (const { output } of await callBoth({ UserPoolId: "p_1", Username: "u" }, { status: 200, body })) {
      expect(readAdminListUserAuthEventsResponse(output)).toMatchObject({ ok: true, drift: [] });
      expect(validateAdminListUserAuthEventsResponse(output)).toMatchObject({ ok: true });
      expect(validateAdminListUserAuthEventsResponse({ ...Object(output), other: 1 })).toMatchObject({
        ok: false,
      });
    }
  });

  it.each(["message", "Message"])(
    "take the errors that clients throw of an answer with %s",
    async (message) => {
      const body = JSON.stringify({ __type: "UserNotFoundException", [message]: "none" });
      for (const { error } of await callBoth({ UserPoolId: "p_1", Username: "u" }, { status: 400, body })) {
        expect(error?.name).toBe("UserNotFoundException");
        expect(readUserNotFoundException(error)).toMatchObject({ ok: true, drift: [] });
        expect(validateUserNotFoundException(error)).toEqual({ ok: true, value: error });
      }
    },
  );
});

/** The SDK counts attempts. */
function withoutAttempts(value: unknown): unknown {
  const { $metadata, ...rest } = value as { $metadata: Record<string, unknown> }; // both clients give it
  const { attempts, totalRetryDelay, ...metadata } = $metadata;
  return { ...rest, $metadata: metadata };
}

/** All that an error tells, but where in the code it was made and what else it was given to look at. */
function describeError({ error }: Call) {
  const { name, message } = error ?? {};
  return { name, message, isError: error instanceof Error, rest: withoutAttempts({ ...error }) };
}

const INPUTS: readonly AdminListUserAuthEventsCommandInput[] = [
  { UserPoolId: "eu-central-1_EXAMPLE", Username: "ann" },
  { UserPoolId: "eu-central-1_EXAMPLE", Username: "ann", MaxResults: 0, NextToken: "" },
  {
    UserPoolId: "eu-central-1_EXAMPLE",
    Username: 'Zoë "\u2028" 😀 \\',
    MaxResults: 60,
    NextToken: "a+b/c==",
  },
  { UserPoolId: undefined, Username: undefined },
];

const EVENTS = {
  AuthEvents: [
    {
      EventId: "1",
      EventType: "SignIn",
      CreationDate: 1660780800.123,
      EventResponse: "InProgress",
      EventRisk: { RiskDecision: "NoRisk", CompromisedCredentialsDetected: false },
      ChallengeResponses: [{ ChallengeName: "Password", ChallengeResponse: "Success" }, {}],
      EventContextData: { City: "Freiburg", Unknown: { deep: [1] } },
      EventFeedback: { FeedbackValue: "Valid", Provider: "Admin", FeedbackDate: 1660780801 },
    },
    { EventType: "NewerThanTheModel", EventRisk: null, ChallengeResponses: [] },
  ],
  NextToken: "more",
  Added: true,
};

describe("the thin client and the SDK's", () => {
  it.each(INPUTS)("send the same request for %j", async (input) => {
    const [sdk, thin] = await callBoth(input);
    expect(describeRequest(sdk)).toMatchObject({ method: "POST", url: "/", target: expect.any(String) });
    expect(describeRequest(thin)).toEqual(describeRequest(sdk));
  });

  it.each([
    { what: "events", body: EVENTS },
    { what: "no events", body: { AuthEvents: [] } },
    { what: "nothing", body: {} },
    { what: "null", body: { AuthEvents: null, NextToken: null } },
  ])("read the same from a response with $what", async ({ body }) => {
    const [sdk, thin] = await callBoth(INPUTS[0]!, { status: 200, headers: ID, body: JSON.stringify(body) });
    expect(withoutAttempts(thin.output)).toEqual(withoutAttempts(sdk.output));
    expect(thin.output).toMatchObject({
      $metadata: { httpStatusCode: 200, requestId: ID["x-amzn-requestid"] },
    });
  });

  it("read times as Date", async () => {
    const [, thin] = await callBoth(INPUTS[0]!, { status: 200, body: JSON.stringify(EVENTS) });
    const first = {
      CreationDate: new Date(1660780800123),
      EventFeedback: { FeedbackDate: new Date(1660780801000) },
    };
    expect(thin.output).toMatchObject({ AuthEvents: [first, {}] });
  });

  it.each([
    { status: 400, body: { __type: "InvalidParameterException", message: "no", reasonCode: "x" } },
    {
      status: 400,
      body: { __type: "com.amazonaws.cognitoidentityprovider#UserNotFoundException", Message: "who" },
    },
    { status: 500, body: { __type: "InternalErrorException:http://internal.amazon.com/", message: "" } },
  ])("throw the same error for $body.__type", async ({ status, body }) => {
    const [sdk, thin] = await callBoth(INPUTS[0]!, { status, headers: ID, body: JSON.stringify(body) });
    expect(describeError(thin)).toEqual(describeError(sdk));
    expect(thin.error?.name).toBe(/(\w+Exception)/.exec(body.__type)?.[1]);
  });

  it.each([
    { status: 400, body: '{"__type":"NewerThanTheModelException","message":"new"}' },
    { status: 503, body: "{}" },
  ])("throw an error of the same name for what the model does not have: $body", async ({ status, body }) => {
    const [sdk, thin] = await callBoth(INPUTS[0]!, { status, headers: ID, body });
    expect(thin.error?.name).toBe(sdk.error?.name);
    expect(thin.error?.message).toBe(sdk.error?.message);
    expect(thin.error).toMatchObject({
      $metadata: { httpStatusCode: status },
      $fault: status < 500 ? "client" : "server",
    });
  });
});
