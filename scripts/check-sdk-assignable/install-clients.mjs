import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openClient } from "../check-sdk-types/open-client.mjs";

const DAY = 24 * 60 * 60 * 1000;

/**
 * Installs clients in a folder: of each the newest that was released by a day, or what is there, where that is all that
 * is wanted. Returns the versions by client.
 * @param {string} folder
 * @param {{ readonly clients: readonly string[], readonly day: number, readonly keep: boolean }} wanted `day`: in ms
 */
export async function installClients(folder, { clients, day, keep }) {
  mkdirSync(folder, { recursive: true });
  const manifest = join(folder, "package.json");
  if (!existsSync(manifest)) writeFileSync(manifest, '{ "private": true }\n');
  /** @type {string[]} */
  const missing = [];
  for (const client of clients) {
    const installed = readVersion(folder, client);
    if (installed !== undefined && keep) continue;
    const releases = await openClient(client, join(folder, "releases")).listReleases();
    const newest = releases.findLast((release) => release.day <= day + DAY);
    if (!newest) throw new Error(`npm has no client-${client} of that day`);
    if (newest.version !== installed) missing.push(`@aws-sdk/client-${client}@${newest.version}`);
  }
  if (missing.length > 0) install(folder, missing);
  return new Map(clients.map((client) => [client, readVersion(folder, client) ?? ""]));
}

/**
 * @param {string} folder
 * @param {readonly string[]} packages
 */
function install(folder, packages) {
  const args = ["install", "--no-audit", "--no-fund", "--ignore-scripts", ...packages];
  const { status, stderr } = spawnSync("npm", args, { cwd: folder, encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
}

/**
 * @param {string} folder
 * @param {string} client
 * @returns {string | undefined}
 */
function readVersion(folder, client) {
  const path = join(folder, "node_modules/@aws-sdk", `client-${client}`, "package.json");
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")).version : undefined;
}
