import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "libsql";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type RunningServer, startServer } from "./running-server.js";

const lines: string[] = [];
let folder: string;
let server: RunningServer;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "broken-store-"));
  const file = join(folder, "events.db");
  const logTo = { write: (line: string) => void lines.push(line) };
  server = await startServer({ file, logLevel: "warn", logTo }, { maxAttempts: 1 });
  const other = new Database(file);
  other.exec("DROP TABLE events");
  other.close();
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

it("a client is told that the service failed, and no more; the log has why, without the user's name", async () => {
  await expect(server.list({ Username: "ana.silva" })).rejects.toMatchObject({
    name: "InternalErrorException",
    message: "The service failed.",
    $metadata: { httpStatusCode: 500 },
  });
  expect(lines.join("")).toContain("no such table: events");
  expect(lines.join("")).not.toContain("ana.silva");
});

it("an administrator is told so, too", async () => {
  const reply = await server.admin("POST", "/pools/eu-central-1_LocalPool/users/ana.silva/events", {});
  expect(reply).toEqual({ status: 500, body: { message: "It failed." } });
});

it("what needs no events is still answered", async () => {
  expect(await server.admin("GET", "/pools")).toMatchObject({ status: 200 });
  await expect(server.list({ Username: "nobody" })).rejects.toMatchObject({ name: "UserNotFoundException" });
});
