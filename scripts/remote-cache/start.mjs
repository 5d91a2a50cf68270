import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdirSync } from "node:fs";
import { resolve } from "node:path";
import process from "node:process";
import { setTimeout } from "node:timers/promises";

const SERVER = "turborepo-remote-cache@2.12.0";

/** How often a server that starts is asked, and how long between. */
const TRIES = 600;
const PAUSE = 200;

/**
 * @typedef {object} RemoteCache
 * @property {import("node:child_process").ChildProcess} child
 * @property {Readonly<Record<"TURBO_API" | "TURBO_TEAM" | "TURBO_TOKEN", string>>} variables What turbo is to be told.
 */

/**
 * Starts a remote cache that keeps files in a folder, and returns it once it answers.
 * @param {{ readonly port: number, readonly folder: string, readonly token?: string }} options
 * @returns {Promise<RemoteCache>}
 */
export async function startRemoteCache({ port, folder, token = randomBytes(24).toString("hex") }) {
  const storage = resolve(folder);
  mkdirSync(storage, { recursive: true });
  const child = spawn("npm", ["exec", "--yes", "--package", SERVER, "--", "turborepo-remote-cache"], {
    stdio: ["ignore", "ignore", "inherit"],
    detached: process.platform !== "win32",
    shell: process.platform === "win32",
    env: {
      ...process.env,
      ...{ NODE_ENV: "production", LOG_LEVEL: "error", PORT: String(port), TURBO_TOKEN: token },
      ...{ STORAGE_PROVIDER: "local", STORAGE_PATH: storage, STORAGE_PATH_USE_TMP_FOLDER: "false" },
      npm_config_loglevel: "error",
    },
  });
  const variables = {
    TURBO_API: `http://127.0.0.1:${port}`,
    TURBO_TEAM: "team_shapelog",
    TURBO_TOKEN: token,
  };
  const ended = new Promise((_, reject) => {
    child.on("error", reject);
    child.on("close", (code) => reject(new Error(`the server ended with ${code} before it answered`)));
  });
  ended.catch(() => undefined); // after the start its end is no error
  for (let left = TRIES; left > 0; left--) {
    if (await Promise.race([isReady(variables), ended])) return { child, variables };
    await setTimeout(PAUSE);
  }
  stopRemoteCache({ child, variables });
  throw new Error(`the server does not answer at ${variables.TURBO_API}`);
}

/**
 * Ends a remote cache, and what npm started for it.
 * @param {RemoteCache} cache
 */
export function stopRemoteCache({ child }) {
  if (child.pid === undefined || process.platform === "win32") child.kill();
  else process.kill(-child.pid);
}

/** @param {RemoteCache["variables"]} variables */
async function isReady({ TURBO_API, TURBO_TOKEN }) {
  try {
    const headers = { authorization: `Bearer ${TURBO_TOKEN}` };
    return (await fetch(`${TURBO_API}/v8/artifacts/status`, { headers })).ok;
  } catch {
    return false;
  }
}
