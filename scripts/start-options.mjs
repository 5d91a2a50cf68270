import { createServer } from "node:net";
import { parseArgs } from "node:util";

/** @typedef {{ readonly once: boolean, readonly port: string }} StartOptions */

const USAGE = `npm start builds all, checks all, shows the overview and serves the site.

  npm start                  on port 4173
  npm start -- --port 8080   on another port; 0 is any that is free
  npm start -- --once        without serving`;

/**
 * Reads the options of `npm start`, or returns what is wrong with them in words.
 * @param {string[]} args
 * @returns {StartOptions | { readonly problem: string } | { readonly help: string }}
 */
export function readStartOptions(args) {
  try {
    const { values } = parseArgs({
      args,
      options: {
        help: { type: "boolean", short: "h", default: false },
        once: { type: "boolean", default: false },
        port: { type: "string", default: "4173" },
      },
    });
    if (values.help) return { help: USAGE };
    const { once, port } = values;
    if (/^\d{1,5}$/.test(port) && Number(port) < 65_536) return { once, port };
    return { problem: `--port ${port} is none: expected a number from 0 to 65535.\n\n${USAGE}` };
  } catch (error) {
    const [reason] = error instanceof Error ? error.message.split(". ") : [String(error)];
    return { problem: `${reason}.\n\n${USAGE}` };
  }
}

/**
 * Returns what is wrong with a port, in words; `undefined` for one that can be served on.
 * @param {string} port
 * @returns {Promise<string | undefined>}
 */
export async function refusePort(port) {
  const server = createServer();
  try {
    await new Promise((resolve, reject) => {
      server.once("error", reject);
      server.listen({ port: Number(port), host: "127.0.0.1" }, () => resolve(undefined));
    });
    return undefined;
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    const reason = code === "EADDRINUSE" ? "is used by another program" : `cannot be used (${code ?? error})`;
    return `Port ${port} ${reason}. Choose another one:  npm start -- --port 0`;
  } finally {
    server.close();
  }
}
