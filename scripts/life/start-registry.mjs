// A registry on this machine that has our packages, as they would be published, and takes those of strangers.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import process from "node:process";

/**
 * @typedef {object} Registry
 * @property {string} url
 * @property {string} npmrc the path of a file that has npm and pnpm ask this registry for the scopes that it has, and the
 * ordinary one for all else
 * @property {() => Promise<void>} stop
 */

/**
 * Starts the registry in an empty folder.
 * @param {string} folder
 * @param {string} program the path of verdaccio
 * @returns {Promise<Registry>}
 */
export async function startRegistry(folder, program) {
  mkdirSync(folder, { recursive: true });
  const port = await findFreePort();
  const rule = "    access: $all\n    publish: $all\n    unpublish: $all\n";
  const config = join(folder, "config.yaml");
  writeFileSync(
    config,
    [
      `storage: ${JSON.stringify(join(folder, "storage"))}`,
      `auth:\n  htpasswd:\n    file: ${JSON.stringify(join(folder, "htpasswd"))}`,
      `packages:\n  "@shapelog/*":\n${rule}  "@example/*":\n${rule}`,
      "web:\n  enable: false",
      "log: { type: stdout, format: pretty, level: warn }",
      "max_body_size: 100mb",
      "",
    ].join("\n"),
  );
  const server = spawn(process.execPath, [program, "--config", config, "--listen", `127.0.0.1:${port}`], {
    cwd: folder,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [server.stdout, server.stderr]) stream.on("data", (text) => (said += text));
  const url = `http://127.0.0.1:${port}/`;
  await waitUntilThere(url, () => {
    if (server.exitCode !== null) throw new Error(`verdaccio ended: ${said}`);
  });
  const npmrc = join(folder, "npmrc");
  const scopes = ["@shapelog", "@example"].map((scope) => `${scope}:registry=${url}`);
  writeFileSync(npmrc, `${scopes.join("\n")}\n//127.0.0.1:${port}/:_authToken=nobody\n`);
  return {
    url,
    npmrc,
    async stop() {
      if (server.exitCode !== null) return;
      const ended = once(server, "exit");
      server.kill();
      await ended;
    },
  };
}

/** @returns {Promise<number>} */
async function findFreePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}

/**
 * @param {string} url
 * @param {() => void} check
 */
async function waitUntilThere(url, check) {
  for (let tries = 0; tries < 600; tries++) {
    check();
    const answer = await fetch(`${url}-/ping`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${url} does not answer`);
}
