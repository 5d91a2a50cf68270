// Starts the sample apps as their users would, and prints what there is to see.
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { promisify } from "node:util";
import { createServer } from "@shapelog/auth-events-server";
import { copyApps } from "../apps/copy-apps.mjs";
import { root } from "../install.mjs";
import { printBroken } from "./print-broken.mjs";

const run = promisify(execFile);
/** Any will do: the server asks for a signature and does not verify it. */
const CREDENTIALS = { AWS_ACCESS_KEY_ID: "local", AWS_SECRET_ACCESS_KEY: "local" };
/** The day before the outcomes of events were replaced. */
const BEFORE = "2022-08-17";

/**
 * Shows it all; what is returned still serves until it is closed.
 * @param {{ readonly out: (text: string) => void }} terminal
 */
export async function startDemo({ out }) {
  const folder = mkdtempSync(join(tmpdir(), "shapelog-demo-"));
  /** @type {(() => Promise<unknown>)[]} */
  const open = [];
  const close = async () => {
    for (const each of open.splice(0).reverse()) await each();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const page = await startConsole();
    open.push(() => page.close());
    const file = join(folder, "auth-events.db");
    const server = await createServer({ file, allowOrigin: [page.origin] });
    open.push(() => server.close());
    const [pool] = server.listPools();
    if (!pool) throw new Error("the server has no pool");
    const users = pool.users.map(({ name }) => name);
    const [user = ""] = users;

    out(title("A server that AWS's own clients take for Amazon Cognito, with a month of events"));
    out(`${server.endpoint}, pool ${pool.id}, users ${users.join(", ")}`);
    const ids = await addOldEvents(server.endpoint, pool.id, user);
    out(`added ${ids} events of ${user} as they were stored before 2022-08-18`);

    out(title("An audit of all users, through the AWS SDK"));
    out(await runAudit({ endpoint: server.endpoint, pool: pool.id, users, folder }));

    out(
      title("2022-08-18: EventResponseType loses Success and Failure, and gains Pass, Fail and InProgress"),
    );
    const copied = await copyApps({ day: BEFORE });
    try {
      out(
        `With the package of ${BEFORE} in place of today's, the apps stop compiling at these lines, and at no other:\n`,
      );
      out(printBroken(await copied.findErrors()));
    } finally {
      copied.remove();
    }
    out(
      "\nWhile programs run, what was stored before is no error and is not lost: it is the drift of the audit above.",
    );

    out(title("The console, for a security team"));
    const query = new URLSearchParams({ endpoint: server.endpoint, pool: pool.id, user });
    out(`${page.origin}/?${query}`);
    return { address: `${page.origin}/?${query}`, endpoint: server.endpoint, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function startConsole() {
  const { preview } = await import("vite");
  const server = await preview({
    root: join(root, "apps/auth-events-console"),
    logLevel: "silent",
    preview: { port: 0, strictPort: false, host: "127.0.0.1" },
  });
  const address = server.httpServer.address();
  if (address === null || typeof address === "string") throw new Error("the console has no port");
  return { origin: `http://127.0.0.1:${address.port}`, close: () => server.close() };
}

/**
 * Adds events with outcomes that the model no longer has, and returns how many.
 * @param {string} endpoint
 * @param {string} pool
 * @param {string} user
 */
async function addOldEvents(endpoint, pool, user) {
  const at = Date.parse("2022-08-17T09:00:00Z") / 1000;
  const events = ["Success", "Success", "Failure"].map((EventResponse, index) => ({
    EventType: "SignIn",
    EventResponse,
    CreationDate: at + index * 3600,
  }));
  const path = `/admin/pools/${encodeURIComponent(pool)}/users/${encodeURIComponent(user)}/events?unknown=allow`;
  const response = await fetch(`${endpoint}${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(events),
  });
  if (!response.ok) throw new Error(`the server took no events: ${await response.text()}`);
  return events.length;
}

/** @param {{ readonly endpoint: string, readonly pool: string, readonly users: readonly string[], readonly folder: string }} options */
async function runAudit({ endpoint, pool, users, folder }) {
  const list = join(folder, "users.txt");
  writeFileSync(list, users.map((user) => `${user}\n`).join(""));
  const program = join(root, "apps/auth-events-audit/dist/main.js");
  const args = [program, "--user-pool", pool, "--users", list, "--exit-zero"];
  const env = { ...process.env, ...CREDENTIALS, AWS_ENDPOINT_URL: endpoint };
  const { stdout } = await run(process.execPath, args, { env, maxBuffer: 16 * 1024 * 1024 });
  return stdout.trimEnd();
}

/** @param {string} text */
function title(text) {
  return `\n${text}\n${"=".repeat(text.length)}\n`;
}
