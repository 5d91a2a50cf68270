import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
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
    const { summary, reports } = JSON.parse(out);
    expect(summary).toMatchObject({
      units: 2,
      events: 3,
      period: { from: "2021-01-01T00:00:00.000Z", to: "2023-11-14T22:13:20.000Z" },
      broken: 0,
    });
    expect(reports.drift.rows).toMatchObject([
      { path: "AuthEvents[].EventResponse", value: "Success", first_source: "user 1", first_line: 1 },
      { path: "AuthEvents[].EventType", value: "Foo", first_source: "user 1", first_line: 2 },
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

  it("says how much it read", async () => {
    answer = answerPages;
    const { out } = await runProgram(USER);
    expect(out).toContain("3 events in 2 lines or pages, 2021-01-01 to 2023-11-14");
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

  describe("with many users", () => {
    const USERS = Array.from({ length: 25 }, (_, index) => `user-${index}`);
    const POOL = ["--user-pool", "eu-central-1_Sample", "--users"];
    const nameOf = ({ body }: Call) => String((body as { readonly Username: string }).Username);
    const answerUser: Answer = (call) => ({
      status: 200,
      body: {
        AuthEvents: [{ EventId: `${nameOf(call)}-event`, EventType: "SignIn" }, { EventType: "SignUp" }],
      },
    });
    let folder = "";
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), "auth-events-"));
      await writeFile(join(folder, "users.txt"), `${USERS.join("\r\n")}\r\n\r\nuser-3\n`);
    });
    afterAll(() => rm(folder, { recursive: true }));

    it("reads each of them once, and keeps whose events they are", async () => {
      answer = answerUser;
      const sql = "SELECT username, count(*) AS events FROM events GROUP BY 1 ORDER BY 1";
      const { out } = await runProgram([
        ...POOL,
        join(folder, "users.txt"),
        "--sql",
        sql,
        "--format",
        "json",
      ]);
      expect(JSON.parse(out).reports.sql.rows).toEqual(
        USERS.toSorted().map((username) => ({ username, events: 2 })),
      );
      expect(calls).toHaveLength(USERS.length);
    });

    it("reads them from the standard input too", async () => {
      answer = answerUser;
      await runProgram([...POOL, "-"], USERS.slice(0, 3).join("\n"));
      expect(calls.map(nameOf).sort()).toEqual(USERS.slice(0, 3));
    });

    it("waits and asks again where the service has too many requests", async () => {
      const refused = new Set<string>();
      answer = (call) => {
        if (refused.has(nameOf(call))) return answerUser(call);
        refused.add(nameOf(call));
        return { status: 400, body: { __type: "TooManyRequestsException", message: "Slow down." } };
      };
      const { exit, out } = await runProgram([...POOL, "-"], USERS.slice(0, 2).join("\n"));
      expect(exit).toBe(0);
      expect(out).toContain("4 events");
      expect(calls).toHaveLength(4);
    });

    it("notes a user that the service does not know by number, and reads the others", async () => {
      answer = (call) =>
        nameOf(call) === "user-1"
          ? { status: 400, body: { __type: "UserNotFoundException", message: "User user-1 does not exist." } }
          : answerUser(call);
      const { exit, out } = await runProgram(
        [...POOL, "-", "--report", "rejects"],
        USERS.slice(0, 3).join("\n"),
      );
      expect(exit).toBe(1);
      expect(out).toContain("4 events");
      expect(out).toMatch(/user 2 +1 +UserNotFoundException: User \(username\) does not exist\./);
    });

    it("stops where the service refuses all, and goes on with those that are left", async () => {
      const database = ["--database", join(folder, "users.duckdb")];
      const input = USERS.join("\n");
      answer = (call) =>
        nameOf(call) === "user-10"
          ? { status: 400, body: { __type: "NotAuthorizedException", message: "No." } }
          : answerUser(call);
      const stopped = await runProgram([...database, ...POOL, "-", "--concurrency", "2"], input);
      expect(stopped).toMatchObject({
        exit: 2,
        err: expect.stringContaining("cognito-idp:AdminListUserAuthEvents"),
      });
      const read = new Set(calls.map(nameOf));
      expect(read.size).toBeLessThan(USERS.length);
      calls = [];
      answer = answerUser;
      expect((await runProgram([...database, ...POOL, "-"], input)).out).toContain("50 events");
      expect(calls.length).toBeLessThan(USERS.length - 5);
      // Another run asks for all again, and counts what it had before once.
      expect((await runProgram([...database, ...POOL, "-"], input)).out).toContain("50 events");
    });
  });
});
