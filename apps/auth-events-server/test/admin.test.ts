import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { NOW, POOL, type RunningServer, startServer } from "./running-server.js";

let server: RunningServer;

beforeAll(async () => {
  server = await startServer({ users: 2 });
});
afterAll(() => server.close());

const EVENTS = `/pools/${POOL}/users/ana.silva/events`;

describe("an administrator", () => {
  it("sees the pools and their users", async () => {
    const { body } = await server.admin("GET", `/pools/${POOL}/users`);
    expect(body).toMatchObject({
      users: [
        { name: "ana.silva", email: "ana.silva@example.com" },
        { name: "ben.okafor", email: "ben.okafor@example.com" },
      ],
    });
    expect(await server.admin("GET", "/pools")).toMatchObject({ body: { pools: [{ id: POOL, users: 2 }] } });
  });

  it("adds an event, which is in the list at once, with an id and a time where it lacked them", async () => {
    const added = await server.admin("POST", EVENTS, { EventType: "SignIn" });
    const [newest] = await server.list({ MaxResults: 1 });
    expect(newest).toEqual({ EventId: expect.any(String), EventType: "SignIn", CreationDate: NOW });
    expect(added).toEqual({ status: 201, body: { ids: [newest?.EventId], drift: [] } });
  });

  it("adds a pool and a user of any name that the model takes", async () => {
    const name = "a/b?c#%🦊".repeat(10);
    const path = `/pools/eu-west-1_Other/users/${encodeURIComponent(name)}`;
    expect(await server.admin("PUT", "/pools/eu-west-1_Other")).toMatchObject({ status: 201 });
    expect(await server.admin("PUT", path, { email: "fox@example.com" })).toMatchObject({ status: 201 });
    expect(await server.admin("POST", `${path}/events`, {})).toMatchObject({ status: 201 });
    expect(await server.list({ UserPoolId: "eu-west-1_Other", Username: name })).toHaveLength(1);
    expect(await server.list({ UserPoolId: "eu-west-1_Other", Username: "fox@example.com" })).toHaveLength(1);
  });

  it.each([
    [
      "an event of a wrong type",
      "POST",
      EVENTS,
      { EventId: 1 },
      400,
      "EventId: expected a string, got a number",
    ],
    ["no event", "POST", EVENTS, "SignIn", 400, "value: expected an object, got a string"],
    ["an id that is there", "POST", EVENTS, [{ EventId: "twice" }, { EventId: "twice" }], 409, "twice"],
    ["a pool that is none", "PUT", "/pools/none", undefined, 400, "value: expected text that matches"],
    [
      "a username that is none",
      "PUT",
      `/pools/${POOL}/users/a%20b`,
      undefined,
      400,
      "value: expected text that matches",
    ],
  ])("is told of %s", async (_name, method, path, body, status, error) => {
    const reply = await server.admin(method, path, body);
    expect(reply).toMatchObject({ status, body: { errors: [expect.stringContaining(error)] } });
  });

  it.each([
    ["a pool", "/pools/eu-west-1_None/users/ana.silva/events"],
    ["a user", `/pools/${POOL}/users/nobody/events`],
  ])("is told that there is no such thing: %s", async (_name, path) => {
    expect(await server.admin("POST", path, {})).toMatchObject({ status: 404 });
  });

  it("stores all events of a list or none", async () => {
    const before = await server.listAll("ana.silva");
    await server.admin("POST", EVENTS, [{ EventId: "fine" }, { EventId: before[0]?.EventId }]);
    await server.admin("POST", EVENTS, [{ EventId: "fine" }, { EventId: 1 }]);
    expect(await server.listAll("ana.silva")).toEqual(before);
  });

  it("has to send JSON, which no page elsewhere can without asking", async () => {
    const init = { method: "POST", headers: { "content-type": "text/plain" }, body: "{}" };
    expect((await fetch(`${server.endpoint}/admin${EVENTS}`, init)).status).toBe(415);
  });
});

it("the health of the server can be asked for", async () => {
  const response = await fetch(`${server.endpoint}/health`);
  expect([response.status, await response.json()]).toEqual([
    200,
    { status: "ok", pools: expect.any(Number) },
  ]);
});
