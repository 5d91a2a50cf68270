import { isServiceError } from "@shapelog/cognito-identity-provider";
import { parseAuthEventType } from "@shapelog/cognito-identity-provider/parse";
import type { AuthEventType } from "@shapelog/cognito-identity-provider/wire";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createUsers } from "../src/seed/create-users.js";
import { NOW, POOL, type RunningServer, startServer } from "./running-server.js";

let server: RunningServer;

beforeAll(async () => {
  server = await startServer({ users: 12 }, { maxAttempts: 1 });
});
afterAll(() => server.close());

/** Returns an event as a client returns it. */
function asClientsHaveIt(event: AuthEventType) {
  const parsed = parseAuthEventType(event);
  if (!parsed.ok) throw new Error(parsed.errors[0].message);
  return parsed.value;
}

/** Makes a user of no events, and returns the path of its events. */
async function addUser(name: string): Promise<string> {
  const path = `/pools/${POOL}/users/${encodeURIComponent(name)}`;
  expect(await server.admin("PUT", path)).toMatchObject({ status: 201 });
  return `${path}/events`;
}

describe("events, read by the AWS SDK's client", () => {
  it("have every member as it was stored, newest first, for every user", async () => {
    for (const { name, events } of createUsers({ seed: 1, users: 12, days: 30, now: NOW })) {
      const newestFirst = events.toReversed().map(asClientsHaveIt);
      expect(await server.listAll(name)).toEqual(newestFirst);
    }
  });

  it("have the longest and the strangest texts as they were stored", async () => {
    const path = await addUser("strange");
    const texts = [
      "x".repeat(131_072),
      "<script>alert(1)</script>",
      "\u001b[31m\u0000\u202e",
      "\ud800",
      "🦊",
      "",
    ];
    const events = texts.map((text, index) => ({
      EventId: `strange-${index}`,
      CreationDate: 1_700_000_000.125 - index,
      EventContextData: { IpAddress: text, DeviceName: text, Timezone: text, City: text, Country: text },
      EventFeedback: { FeedbackValue: "Valid", Provider: text, FeedbackDate: 0.001 },
    }));
    expect(await server.admin("POST", path, events)).toMatchObject({ status: 201 });
    expect(await server.listAll("strange")).toEqual(
      events.map((event) => asClientsHaveIt(event as AuthEventType)),
    );
  });

  it("have values and members that the model does not know, where that was asked for", async () => {
    const path = await addUser("newer");
    const event = { EventId: "newer-1", CreationDate: 1, EventType: "Teleport", Moon: true };
    expect(await server.admin("POST", path, event)).toMatchObject({ status: 400 });
    expect(await server.admin("POST", `${path}?unknown=allow`, event)).toMatchObject({
      status: 201,
      body: { drift: [{ path: "EventType", value: "Teleport" }, { path: "Moon" }] },
    });
    expect(await server.listAll("newer")).toMatchObject([{ EventType: "Teleport" }]);
  });
});

describe("pages", () => {
  it.each([1, 2, 7, 59, 60])("of %i events have all events once", async (pageSize) => {
    const all = await server.listAll("ben.okafor", 60);
    expect(await server.listAll("ben.okafor", pageSize)).toEqual(all);
    expect(new Set(all.map(({ EventId }) => EventId)).size).toBe(all.length);
  });

  it("have 60 events where the request says 0 or nothing", async () => {
    expect(await server.list({ MaxResults: 0 })).toHaveLength(60);
    expect(await server.list({})).toHaveLength(60);
  });

  it("tell no token with the last event, even where the page is full", async () => {
    const path = await addUser("two");
    await server.admin("POST", path, [{ CreationDate: 1 }, { CreationDate: 2 }]);
    expect((await server.page({ Username: "two", MaxResults: 2 })).NextToken).toBeUndefined();
    expect((await server.page({ Username: "two", MaxResults: 1 })).NextToken).toBeDefined();
  });

  it("are of the list as it was when its first page was read, whatever is added", async () => {
    const path = await addUser("busy");
    const times = [5, 4, 3, 2, 1, 1, 1, 0];
    await server.admin(
      "POST",
      path,
      times.map((CreationDate, index) => ({ EventId: `busy-${index}`, CreationDate })),
    );
    const seen: (string | undefined)[] = [];
    let token: string | undefined;
    do {
      const page = await server.page({
        Username: "busy",
        MaxResults: 3,
        ...(token ? { NextToken: token } : {}),
      });
      seen.push(...(page.AuthEvents ?? []).map(({ EventId }) => EventId));
      token = page.NextToken;
      await server.admin("POST", path, [{ CreationDate: 9 }, { CreationDate: 1 }, { CreationDate: 0.5 }]);
    } while (token);
    // Of one and the same time, the one that was stored last comes first.
    expect(seen).toEqual([0, 1, 2, 3, 6, 5, 4, 7].map((index) => `busy-${index}`));
  });

  it("are right for many clients at once, while events are added", async () => {
    const before = await server.listAll("emma.larsen");
    const path = `/pools/${POOL}/users/emma.larsen/events`;
    const clients = Promise.all(Array.from({ length: 40 }, () => server.listAll("emma.larsen", 10)));
    for (let index = 0; index < 40; index++) {
      const CreationDate = NOW.getTime() / 1000 - index * 86_400;
      expect(await server.admin("POST", path, { EventId: `added-${index}`, CreationDate })).toMatchObject({
        status: 201,
      });
    }
    for (const events of await clients) {
      const ids = events.map(({ EventId }) => EventId);
      expect(new Set(ids).size).toBe(ids.length);
      expect(events.filter(({ EventId }) => !EventId?.startsWith("added-"))).toEqual(before);
    }
  });

  it("are told by tokens that are good for one user alone", async () => {
    const { NextToken = "" } = await server.page({ Username: "ana.silva", MaxResults: 1 });
    const wrong = { name: "InvalidParameterException", message: expect.stringContaining("NextToken") };
    await expect(server.page({ Username: "ben.okafor", NextToken })).rejects.toMatchObject(wrong);
    await expect(server.page({ NextToken: `${NextToken}A` })).rejects.toMatchObject(wrong);
    await expect(server.page({ NextToken: NextToken.toUpperCase() })).rejects.toMatchObject(wrong);
    await expect(server.page({ NextToken })).resolves.toBeDefined();
  });

  it("are found by the user's email address, too", async () => {
    const events = await server.listAll("ana.silva");
    expect(await server.listAll("ana.silva@example.com")).toEqual(events);
  });
});

describe("an error is thrown as its type", () => {
  it.each([
    "InvalidParameterException",
    "ResourceNotFoundException",
    "TooManyRequestsException",
    "NotAuthorizedException",
    "UserNotFoundException",
    "OperationNotEnabledException",
    "UserPoolAddOnNotEnabledException",
    "InternalErrorException",
  ] as const)("%s, by the name of the pool", async (name) => {
    const error = await server
      .list({ UserPoolId: `eu-central-1_${name}` })
      .catch((thrown: unknown) => thrown);
    expect(isServiceError(error, name)).toBe(true);
    expect(error).toMatchObject({
      message: expect.stringMatching(/\w/),
      $fault: name === "InternalErrorException" ? "server" : "client",
      $metadata: {
        httpStatusCode: name === "InternalErrorException" ? 500 : 400,
        requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      },
    });
  });

  it.each([
    [
      { UserPoolId: "eu-central-1_None" },
      "ResourceNotFoundException",
      "User pool eu-central-1_None does not exist.",
    ],
    [{ Username: "nobody" }, "UserNotFoundException", "User does not exist."],
    [
      { MaxResults: 61 },
      "InvalidParameterException",
      "1 validation error detected: Value '61' at 'maxResults' failed to satisfy constraint: Member must have value less than or equal to 60",
    ],
    [
      { MaxResults: -1 },
      "InvalidParameterException",
      "1 validation error detected: Value '-1' at 'maxResults' failed to satisfy constraint: Member must have value greater than or equal to 0",
    ],
    [
      { UserPoolId: "", Username: "secret name" },
      "InvalidParameterException",
      "2 validation errors detected: Value '' at 'userPoolId' failed to satisfy constraint: Member must have length greater than or equal to 1; Value at 'username' failed to satisfy constraint: Member must satisfy regular expression pattern: ^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+$",
    ],
    [
      { Username: undefined },
      "InvalidParameterException",
      "1 validation error detected: Value null at 'username' failed to satisfy constraint: Member must not be null",
    ],
  ])("for %j", async (input, name, message) => {
    await expect(server.list(input as object)).rejects.toMatchObject({ name, message });
  });
});

describe("a client that gives up", () => {
  it("harms nobody", async () => {
    const calls = Array.from({ length: 20 }, async () => {
      const controller = new AbortController();
      const call = server.list({}, controller.signal);
      controller.abort();
      await expect(call).rejects.toMatchObject({ name: "AbortError" });
    });
    await Promise.all(calls);
    expect(await server.list({ MaxResults: 1 })).toHaveLength(1);
  });
});

describe("a server that answers two calls a second", () => {
  it("refuses more, and a client that tries again gets through", async () => {
    const slow = await startServer({ rate: 2 }, { maxAttempts: 1 });
    const patient = await startServer({ rate: 2 }, { maxAttempts: 20 });
    try {
      const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => slow.list({})));
      const reasons = outcomes.flatMap((outcome) =>
        outcome.status === "rejected" ? [outcome.reason.name] : [],
      );
      expect(new Set(reasons)).toEqual(new Set(["TooManyRequestsException"]));
      const all = await Promise.all(Array.from({ length: 5 }, () => patient.list({ MaxResults: 1 })));
      expect(all.every((events) => events.length === 1)).toBe(true);
    } finally {
      await Promise.all([slow.close(), patient.close()]);
    }
  });
});
