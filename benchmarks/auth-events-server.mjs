// Lets many clients page through users' events at once, while events are added, and compares the server with a handler of
// the same framework that answers nothing, side by side in one run. Fails where a client gets a wrong event, loses one or
// gets one twice, or an answer other than a page.
//
//   node benchmarks/auth-events-server.mjs [--clients 1000] [--rounds 5] [--page-size 20] [--users 100]
//
// Build first: `npm run build`. In each round the servers are asked in turn, each by the same clients with the same
// requests; figures are of the middle round. What is compared: `empty` reads the body and answers "{}"; `same bytes` reads
// the body and answers a page that was made before, which is what the framework and the network alone take.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { addEvents } from "./auth-events-server/add-events.mjs";
import { createCaller } from "./auth-events-server/create-caller.mjs";
import { findFaults } from "./auth-events-server/find-faults.mjs";
import { startProgram } from "./auth-events-server/start-program.mjs";

const SERVER = fileURLToPath(new URL("../apps/auth-events-server/dist/main.js", import.meta.url));
const FLOOR = fileURLToPath(new URL("auth-events-server/floor.mjs", import.meta.url));

const { values } = parseArgs({
  options: {
    clients: { type: "string", default: "1000" },
    rounds: { type: "string", default: "5" },
    "page-size": { type: "string", default: "20" },
    users: { type: "string", default: "100" },
  },
});
const clients = Number(values.clients);
const pageSize = Number(values["page-size"]);

/** @typedef {{ readonly seconds: number, readonly latencies: readonly number[] }} Round */

/**
 * Lets each client do its work, all at once, and returns how long the requests took.
 * @param {(latencies: number[], client: number) => Promise<void>} work
 * @returns {Promise<Round>}
 */
async function measure(work) {
  /** @type {number[]} */
  const latencies = [];
  const started = performance.now();
  await Promise.all(Array.from({ length: clients }, (_, client) => work(latencies, client)));
  return { seconds: (performance.now() - started) / 1000, latencies };
}

/**
 * Returns what a list of rounds comes to: the middle of each figure.
 * @param {readonly Round[]} rounds
 */
function summarize(rounds) {
  /** @param {(round: Round) => number} figure */
  const middle = (figure) => rounds.map(figure).sort((one, other) => one - other)[rounds.length >> 1] ?? 0;
  /** @param {number} share */
  const percentile = (share) =>
    middle(({ latencies }) => {
      const sorted = [...latencies].sort((one, other) => one - other);
      return sorted[Math.ceil(sorted.length * share) - 1] ?? 0;
    });
  return {
    perSecond: middle(({ seconds, latencies }) => latencies.length / seconds),
    p50: percentile(0.5),
    p99: percentile(0.99),
  };
}

const folder = mkdtempSync(join(tmpdir(), "auth-events-server-bench-"));
const data = ["--data", join(folder, "events.db")];
const server = await startProgram(SERVER, [...data, "--port", "0", "--quiet", "--users", values.users]);
const caller = createCaller({ connections: clients });
/** @type {string[]} */
const faults = [];
try {
  const users = await caller.listUsers(server.endpoint);
  const before = new Map();
  /** @type {[string, Awaited<ReturnType<typeof caller.listAll>>][]} */
  const got = [];
  for (const user of users) before.set(user, await caller.listAll(server.endpoint, { user, pageSize: 60 }));
  const [user = ""] = users;
  const sample = await caller.readPage(server.endpoint, { user, pageSize });
  const floor = await startProgram(FLOOR, [JSON.stringify(sample)]);
  try {
    const requests = await countRequests();
    /** @type {{ server: Round[], alone: Round[], empty: Round[], bytes: Round[] }} */
    const rounds = { server: [], alone: [], empty: [], bytes: [] };
    for (let round = 0; round <= Number(values.rounds); round++) {
      const adding = addEvents(server.endpoint, users, round);
      const busy = await measure(pageThrough);
      await adding.stop();
      const alone = await measure(pageThrough);
      // What is got is judged when no clock runs.
      for (const [name, events] of got.splice(0)) faults.push(...findFaults(events, before.get(name) ?? []));
      const empty = await measure((latencies) =>
        caller.repeat(`${floor.endpoint}/empty`, requests, latencies),
      );
      const bytes = await measure((latencies) =>
        caller.repeat(`${floor.endpoint}/bytes`, requests, latencies),
      );
      // The first round warms all up.
      if (round === 0) continue;
      rounds.server.push(busy);
      rounds.alone.push(alone);
      rounds.empty.push(empty);
      rounds.bytes.push(bytes);
    }
    print(rounds);
  } finally {
    await floor.stop();
  }

  /** @type {(latencies: number[], client: number) => Promise<void>} */
  async function pageThrough(latencies, client) {
    const name = users[client % users.length] ?? "";
    got.push([name, await caller.listAll(server.endpoint, { user: name, pageSize, latencies })]);
  }

  /** Returns how many requests a client makes, about. */
  async function countRequests() {
    const counts = [...before.values()].map((events) => Math.ceil(events.length / pageSize));
    return Math.round(counts.reduce((sum, count) => sum + count, 0) / counts.length);
  }
} catch (error) {
  faults.push(String(error));
} finally {
  await caller.close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
for (const fault of faults.slice(0, 20)) console.error(fault);
console.log(`${faults.length} wrong, lost or repeated events, or answers that were no page`);
process.exitCode = faults.length > 0 ? 1 : 0;

/** @param {Record<"server" | "alone" | "empty" | "bytes", readonly Round[]>} rounds */
function print(rounds) {
  const empty = summarize(rounds.empty);
  const names = {
    empty: "empty handler",
    bytes: "the same bytes",
    alone: "the server",
    server: "the server, while events are added",
  };
  const rows = Object.entries(names).map(([key, name]) => {
    const { perSecond, p50, p99 } = summarize(rounds[/** @type {keyof typeof names} */ (key)]);
    const figures = {
      "requests/s": Math.round(perSecond),
      "of empty": (perSecond / empty.perSecond).toFixed(2),
      "p50 ms": Math.round(p50),
      "p99 ms": Math.round(p99),
      "p99 of empty": (p99 / empty.p99).toFixed(2),
    };
    return [name, figures];
  });
  console.log(
    `${clients} clients at once, pages of ${pageSize} events, ${values.rounds} rounds, node ${process.version}`,
  );
  console.table(Object.fromEntries(rows));
}
