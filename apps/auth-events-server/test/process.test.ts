import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AdminListUserAuthEventsCommand } from "@aws-sdk/client-cognito-identity-provider";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createClient, listAll, POOL } from "./running-server.js";
import { openSocket, printCall, readAnswer } from "./send-raw.js";
import { runProgram, type ServerProcess, startProcess } from "./server-process.js";

const USER = "ana.silva";
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "auth-events-server-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Adds events one by one, in several lines at once, until the server is gone; returns the ids that it took. */
async function addUntilGone(
  endpoint: string,
  round: number,
  onStored: (count: number) => void,
): Promise<readonly string[]> {
  const stored: string[] = [];
  const addLine = async (line: number) => {
    for (let index = 0; ; index++) {
      const EventId = `round-${round}-line-${line}-${index}`;
      const init = {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ EventId }),
      };
      const response = await fetch(`${endpoint}/admin/pools/${POOL}/users/${USER}/events`, init).catch(
        () => undefined,
      );
      if (response?.status !== 201) return;
      stored.push(EventId);
      onStored(stored.length);
    }
  };
  await Promise.all(Array.from({ length: 8 }, (_, line) => addLine(line)));
  return stored;
}

async function listIds({ endpoint }: ServerProcess): Promise<readonly (string | undefined)[]> {
  const client = createClient(endpoint);
  try {
    return (await listAll(client, USER)).map(({ EventId }) => EventId);
  } finally {
    client.destroy();
  }
}

describe("the program, as it is built", () => {
  it("tells the pool, the users and how to point each client at it", async () => {
    const server = await startProcess(["--users", "2"]);
    const { out } = server.written;
    expect(out).toContain(`AdminListUserAuthEvents at ${server.endpoint}, events in memory`);
    expect(out).toMatch(/ {4}ana\.silva {3}\d+ events\n {4}ben\.okafor {2}\d+ events\n/);
    expect(out).toContain(`--endpoint-url ${server.endpoint} --region eu-central-1 --user-pool-id ${POOL}`);
    expect(out).toContain(`?endpoint=${server.endpoint}&pool=${POOL}&user=ana.silva`);
    expect(await server.end("SIGTERM")).toEqual({ code: 0, signal: null });
  });

  it("logs each request as JSON, without the user's name", async () => {
    const server = await startProcess([]);
    await listIds(server);
    await fetch(`${server.endpoint}/admin/pools/${POOL}/users/${USER}/events`, { method: "POST" });
    await server.end("SIGINT");
    const lines = server.written.err
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(lines).toContainEqual(
      expect.objectContaining({
        route: "/",
        status: 200,
        call: expect.objectContaining({ UserPoolId: POOL }),
      }),
    );
    expect(lines).toContainEqual(expect.objectContaining({ route: "/admin/pools/:pool/users/:user/events" }));
    expect(server.written.err).not.toContain(USER);
  });

  it("finishes the request that is under way when it is asked to stop", async () => {
    const server = await startProcess(["--quiet"]);
    const call = printCall({ body: JSON.stringify({ UserPoolId: POOL, Username: USER }) });
    const socket = await openSocket(server.endpoint);
    const answer = readAnswer(socket);
    await new Promise<void>((resolve) => socket.write(call.subarray(0, -1), () => resolve()));
    // It is read once another request, sent later, is answered.
    await listIds(server);
    const ended = server.end("SIGTERM");
    await expect(waitForRefusal(server.endpoint)).resolves.toBeUndefined();
    socket.write(call.subarray(-1));
    expect(await answer).toMatchObject({ status: 200 });
    expect(await ended).toEqual({ code: 0, signal: null });
    expect(server.written).toEqual({ out: `${server.endpoint}\n`, err: "" });
  });

  it("loses no event that it took, killed at any moment, and gives each once", async () => {
    const args = ["--quiet", "--data", join(folder, "killed.db")];
    const stored: string[] = [];
    for (const [round, count] of [1, 40, 150].entries()) {
      const server = await startProcess(args);
      let ended: Promise<unknown> | undefined;
      const onStored = (length: number) => {
        if (length >= count) ended ??= server.end("SIGKILL");
      };
      stored.push(...(await addUntilGone(server.endpoint, round, onStored)));
      await ended;
    }
    const server = await startProcess(args);
    const ids = await listIds(server);
    await server.end("SIGTERM");
    expect(stored.length).toBeGreaterThan(190);
    expect(new Set(ids).size).toBe(ids.length);
    expect(stored.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it("keeps tokens good over a restart", async () => {
    const args = ["--quiet", "--data", join(folder, "tokens.db")];
    const first = await startProcess(args);
    const before = await listIds(first);
    const client = createClient(first.endpoint);
    const { NextToken } = await readPage(client, undefined);
    client.destroy();
    await first.end("SIGTERM");
    const second = await startProcess(args);
    const again = createClient(second.endpoint);
    const { AuthEvents = [] } = await readPage(again, NextToken);
    again.destroy();
    await second.end("SIGTERM");
    expect(AuthEvents.map(({ EventId }) => EventId)).toEqual(before.slice(10, 20));
  });
});

it("the program ends with what is wrong where it cannot start", async () => {
  expect(await runProgram(["--nope"])).toEqual({
    code: 2,
    signal: null,
    out: "",
    err: expect.stringMatching(/^auth-events-server: Unknown option '--nope'.*\n$/),
  });
});

function readPage(client: ReturnType<typeof createClient>, token: string | undefined) {
  const input = { UserPoolId: POOL, Username: USER, MaxResults: 10, ...(token ? { NextToken: token } : {}) };
  return client.send(new AdminListUserAuthEventsCommand(input));
}

/** Waits until an address takes no connections any more. */
async function waitForRefusal(endpoint: string): Promise<void> {
  for (;;) {
    const socket = await openSocket(endpoint).catch(() => undefined);
    if (!socket) return;
    socket.destroy();
  }
}
