// Starts a remote cache for turbo on this machine: what one clone has built, others take from there.
//
//   node scripts/remote-cache.mjs [--port 4910] [--folder .turbo-cache] [--token TOKEN]
//
// The server is turborepo-remote-cache, which npm fetches; it keeps files in FOLDER, and asks for TOKEN (made at the start
// where none is given). Prints the variables with which turbo uses it, and runs until it is ended. To serve a whole team run
// it behind a proxy that speaks TLS, as https://github.com/ducktors/turborepo-remote-cache has it.
import process from "node:process";
import { parseArgs } from "node:util";
import { startRemoteCache, stopRemoteCache } from "./remote-cache/start.mjs";

const { values } = parseArgs({
  options: {
    port: { type: "string", default: "4910" },
    folder: { type: "string", default: ".turbo-cache" },
    token: { type: "string" },
  },
});
const cache = await startRemoteCache({
  port: Number(values.port),
  folder: values.folder,
  ...(values.token === undefined ? {} : { token: values.token }),
});
for (const [name, value] of Object.entries(cache.variables)) console.log(`export ${name}=${value}`);
for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM"]))
  process.on(signal, () => stopRemoteCache(cache));
cache.child.on("close", (code) => {
  process.exitCode = code ?? 0;
});
