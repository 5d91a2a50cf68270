import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { runProgram } from "./run-program.js";

interface Call {
  readonly target: string | undefined;
  readonly authorization: string | undefined;
  readonly body: unknown;
}

type Answer = (call: Call) => { readonly status: number; readonly body: unknown };

const USER = ["--user-pool", "eu-central-1_Sample", "--username", "jane.doe"];

const PAGES: Readonly<Record<string, unknown>> = {
  first: {
    AuthEvents: [
      { EventId: "1", EventType: "SignIn", CreationDate: 1660816800.5, EventResponse: "Pass" },
      { EventId: "2", EventType: "SignIn", CreationDate: 1609459200, EventResponse: "Success" },
    ],
    NextToken: "second",
  },
  second: { AuthEvents: [{ EventId: "3", EventType: "Foo", CreationDate: 1.7e9, EventRisk: null }] },
};

/** A service on this machine that speaks awsJson1_1. The client that calls it is the real one. */
describe("--user-pool", () => {
  let server: Server;
  let calls: Call[] = [];
  let answer: Answer;

  beforeAll(async () => {
    server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on("data", (chunk: Buffer) => chunks.push(chunk));
      request.on("end", () => {
        const { "x-amz-target": target, authorization } = request.headers;
        const call = {
          target: String(target),
          authorization,
          body: JSON.parse(Buffer.concat(chunks).toString()),
        };
        calls.push(call);
        const { status, body } = answer(call);
        response.writeHead(status, { "Content-Type": "application/x-amz-json-1.1" });
        response.end(JSON.stringify(body));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo; // it listens on a port, not on a pipe
    vi.stubEnv("AWS_ENDPOINT_URL", `http://127.0.0.1:${port}`);
    vi.stubEnv("AWS_ACCESS_KEY_ID", "sample-key");
    vi.stubEnv("AWS_SECRET_ACCESS_KEY", "sample-secret");
    vi.stubEnv("AWS_SESSION_TOKEN", "");
    vi.stubEnv("AWS_PROFILE", undefined);
    vi.stubEnv("AWS_CONFIG_FILE", "no-such-file");
    vi.stubEnv("AWS_SHARED_CREDENTIALS_FILE", "no-such-file");
    vi.stubEnv("AWS_EC2_METADATA_DISABLED", "true");
  });
  afterEach(() => {
    calls = [];
  });
  afterAll(async () => {
    vi.unstubAllEnvs();
    await new Promise((resolve) => server.close(resolve));
  });

  const answerPages: Answer = ({ body }) => {
    const token = typeof body === "object" && body !== null && "NextToken" in body ? body.NextToken : "first";
    return { status: 200, body: PAGES[String(token)] };
  };

  it("reads all pages through the SDK's client and paginator", async () => {
    answer = answerPages;
    const { exit, out, err } = await runProgram([...USER, "--format", "json"]);
    expect({ exit, err }).toEqual({ exit: 0, err: "" });
    const report = JSON.parse(out);
    expect(report).toMatchObject({
      unit: "page",
      units: 2,
      events: 3,
      period: { from: "2021-01-01T00:00:00.000Z", to: "2023-11-14T22:13:20.000Z" },
      broken: { units: 0 },
    });
    expect(report.drift.seen).toMatchObject([
      {
        path: "AuthEvents[].EventResponse",
        value: "Success",
        first: { source: "AdminListUserAuthEvents", number: 1 },
      },
      {
        path: "AuthEvents[].EventType",
        value: "Foo",
        first: { source: "AdminListUserAuthEvents", number: 2 },
      },
    ]);
    expect(calls.map(({ target, body }) => ({ target, body }))).toEqual(
      [{}, { NextToken: "second" }].map((next) => ({
        target: "AWSCognitoIdentityProviderService.AdminListUserAuthEvents",
        body: { UserPoolId: "eu-central-1_Sample", Username: "jane.doe", MaxResults: 60, ...next },
      })),
    );
  });

  it("signs for the region of the user pool's ID, or the one that is given", async () => {
    answer = answerPages;
    await runProgram(USER);
    expect(calls[0]?.authorization).toContain("/eu-central-1/cognito-idp/");
    await runProgram([...USER, "--region", "us-west-2"]);
    expect(calls.at(-1)?.authorization).toContain("/us-west-2/cognito-idp/");
  });

  it("prints pages as text, without the user", async () => {
    answer = answerPages;
    const { out } = await runProgram(USER);
    expect(out).toContain("3 events in 2 pages, 2021-01-01 to 2023-11-14");
    expect(out).toContain("first: page 2");
    expect(out).not.toContain("jane");
  });

  it("says what the service refuses, without the user", async () => {
    answer = () => ({
      status: 400,
      body: { __type: "UserNotFoundException", message: "User jane.doe does not exist.\u001b[2J" },
    });
    expect(await runProgram(USER)).toEqual({
      exit: 2,
      out: "",
      err: "auth-events-audit: UserNotFoundException: User (username) does not exist.\\u{1b}[2J\n",
    });
  });

  it("says what to do where the service refuses for a reason that the model has", async () => {
    answer = () => ({
      status: 400,
      body: { __type: "UserPoolAddOnNotEnabledException", message: "Not enabled." },
    });
    expect((await runProgram(USER)).err).toBe(
      "auth-events-audit: UserPoolAddOnNotEnabledException: Not enabled. " +
        "(events are kept while the user pool's threat protection is on)\n",
    );
  });

  it("sends nothing that does not fit the model", async () => {
    const { exit, err } = await runProgram(["--user-pool", "no pool", "--username", "jane.doe"]);
    expect(exit).toBe(2);
    expect(err).toContain("UserPoolId: expected text that matches");
    expect(calls).toEqual([]);
  });
});
