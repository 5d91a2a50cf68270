import {
  parseAdminListUserAuthEventsResponse,
  parseUserNotFoundException,
} from "@shapelog/cognito-identity-provider/parse";
import {
  redactAdminListUserAuthEventsRequest,
  redactAdminListUserAuthEventsResponse,
} from "@shapelog/cognito-identity-provider/redact";
import {
  AdminListUserAuthEventsRequest$,
  AdminListUserAuthEventsResponse$,
} from "@shapelog/cognito-identity-provider/schemas";
import { validateAdminListUserAuthEventsResponse } from "@shapelog/cognito-identity-provider/validators/sdk";
import { schemaLogFilter } from "@smithy/core/client";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createListAuthEvents } from "../src/list-auth-events.js";
import { type StubServer, startStubServer } from "./stub-server.js";

const BODY = JSON.stringify({
  AuthEvents: [
    {
      EventId: "a",
      EventType: "SignIn",
      CreationDate: 1_700_000_000.5,
      EventResponse: "Pass",
      EventRisk: null,
    },
    {
      EventId: "b",
      CreationDate: 0,
      EventRisk: { RiskDecision: "NoRisk", CompromisedCredentialsDetected: false },
      ChallengeResponses: [{ ChallengeName: "Mfa", ChallengeResponse: "Success" }],
      EventContextData: { IpAddress: "192.0.2.1", City: "Oslo" },
      EventFeedback: { FeedbackValue: "Valid", Provider: "p", FeedbackDate: 1 },
    },
    {},
  ],
  NextToken: "t",
});

let server: StubServer;
beforeAll(async () => {
  server = await startStubServer();
});
afterAll(() => server.close());

function list(): ReturnType<ReturnType<typeof createListAuthEvents>> {
  const credentials = { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "secret" };
  const call = createListAuthEvents({ region: "eu-central-1", endpoint: server.endpoint, credentials });
  return call({ UserPoolId: "p_1", Username: "u" });
}

it("parse makes of a response what a client returns, and the validators of the program form take it", async () => {
  server.answer({ status: 200, body: BODY });
  const { $metadata: _, ...output } = await list();
  const parsed = parseAdminListUserAuthEventsResponse(JSON.parse(BODY));
  expect(parsed).toEqual({ ok: true, value: output, drift: [] });
  expect(parsed.ok && validateAdminListUserAuthEventsResponse(parsed.value).ok).toBe(true);
});

it("parse makes of an error's body the members that a client throws it with", async () => {
  const body = JSON.stringify({ __type: "UserNotFoundException", message: "no such user" });
  server.answer({ status: 400, body });
  const error: unknown = await list().catch((thrown: unknown) => thrown);
  const parsed = parseUserNotFoundException(JSON.parse(body));
  expect(parsed).toEqual({ ok: true, value: { message: Reflect.get(Object(error), "message") }, drift: [] });
});

it("redact hides what the log filter of clients hides", () => {
  const request = { UserPoolId: "p_1", Username: "jane", MaxResults: 3, NextToken: "t" };
  expect(redactAdminListUserAuthEventsRequest(request)).toEqual(
    schemaLogFilter(AdminListUserAuthEventsRequest$, request),
  );
  expect(redactAdminListUserAuthEventsRequest(request).Username).not.toBe("jane");
  const parsed = parseAdminListUserAuthEventsResponse(JSON.parse(BODY));
  const value = parsed.ok ? parsed.value : undefined;
  expect(redactAdminListUserAuthEventsResponse(value)).toEqual(
    schemaLogFilter(AdminListUserAuthEventsResponse$, value),
  );
});
