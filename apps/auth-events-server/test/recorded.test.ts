import { Buffer } from "node:buffer";
import { readdirSync, readFileSync } from "node:fs";
import { validateAdminListUserAuthEventsResponse } from "@shapelog/cognito-identity-provider/validators";
import { afterAll, beforeAll, expect, it } from "vitest";
import { POOL, type RunningServer, startServer } from "./running-server.js";
import { sendRaw } from "./send-raw.js";

const FOLDER = new URL("requests/", import.meta.url);
const FILES = readdirSync(FOLDER).filter((name) => name.endsWith(".http"));

let server: RunningServer;

beforeAll(async () => {
  server = await startServer();
  const path = `/pools/${POOL}/users/${encodeURIComponent("josé.łukasz")}`;
  await server.admin("PUT", path);
  await server.admin("POST", `${path}/events`, { EventType: "SignUp" });
});
afterAll(() => server.close());

/** Returns a recorded request as it is sent. */
function readRequest(file: string): { readonly bytes: Buffer; readonly most: number } {
  const text = readFileSync(new URL(file, FOLDER), "utf8");
  const end = text.indexOf("\n\n");
  const body = text.slice(end + 2);
  const { MaxResults: most = 60 } = JSON.parse(body) as { readonly MaxResults?: number };
  return { bytes: Buffer.from(`${text.slice(0, end).replaceAll("\n", "\r\n")}\r\n\r\n${body}`), most };
}

it.each(FILES)("%s is answered as the protocol says", async (file) => {
  const { bytes, most } = readRequest(file);
  const { status, headers, body } = await sendRaw(server.endpoint, bytes);
  expect(status).toBe(200);
  expect(headers).toMatchObject({
    "content-type": "application/x-amz-json-1.1",
    "x-amzn-requestid": expect.stringMatching(/^[0-9a-f-]{36}$/),
  });
  const page = validateAdminListUserAuthEventsResponse(JSON.parse(body));
  if (!page.ok) throw new Error(page.errors[0].message);
  const events = page.value.AuthEvents ?? [];
  expect(events.length).toBe(file === "boto3.http" ? 1 : most);
  // The protocol has times as numbers of seconds.
  expect(events.every(({ CreationDate }) => typeof CreationDate === "number")).toBe(true);
});

it("there are requests of each client", () => {
  expect(FILES.toSorted()).toEqual([
    "aws-cli-page-size.http",
    "aws-cli.http",
    "boto3-session-token.http",
    "boto3.http",
    "signed-query.http",
  ]);
});
