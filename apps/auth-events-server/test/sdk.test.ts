import {
  AdminListUserAuthEventsCommand,
  type AuthEventType,
  CognitoIdentityProviderClient,
  paginateAdminListUserAuthEvents,
} from "@aws-sdk/client-cognito-identity-provider";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type AuthEventsServer, createServer } from "../src/create-server.js";

const POOL = "eu-central-1_LocalPool";
let server: AuthEventsServer;
let client: CognitoIdentityProviderClient;

beforeAll(async () => {
  server = await createServer({ now: () => new Date("2026-03-31T18:00:00Z") });
  client = new CognitoIdentityProviderClient({
    endpoint: server.endpoint,
    region: "eu-central-1",
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
  });
});

afterAll(async () => {
  client.destroy();
  await server.close();
});

describe("the AWS SDK's client", () => {
  it("reads all of a user's events page by page, newest first", async () => {
    const events: AuthEventType[] = [];
    const input = { UserPoolId: POOL, Username: "ben.okafor" };
    for await (const page of paginateAdminListUserAuthEvents({ client, pageSize: 7 }, input)) {
      events.push(...(page.AuthEvents ?? []));
    }
    const times = events.map(({ CreationDate }) => CreationDate?.getTime() ?? 0);
    expect(times).toEqual(times.toSorted((one, other) => other - one));
    const [listed] = server
      .listPools()
      .flatMap(({ users }) => users.filter(({ name }) => name === "ben.okafor"));
    expect(events).toHaveLength(listed?.events ?? 0);
  });

  it("gets a typed exception", async () => {
    const call = client.send(new AdminListUserAuthEventsCommand({ UserPoolId: POOL, Username: "nobody" }));
    await expect(call).rejects.toMatchObject({ name: "UserNotFoundException", $fault: "client" });
  });
});
