import process from "node:process";
import { start, type Terminal } from "./program.js";

/** Requests that are under way get this long to end. */
const PATIENCE = 10_000;

// npm starts scripts in the package's folder; a path is meant from where the user is.
const { npm_lifecycle_event: script, INIT_CWD: folder } = process.env;
if (script === "start" && folder !== undefined) process.chdir(folder);

const terminal: Terminal = {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
};
const started = await start(process.argv.slice(2), terminal);
if ("exit" in started) {
  process.exitCode = started.exit;
} else {
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stop(started.server));
  // Who reads this may send a signal.
  terminal.out(started.text);
}

/** A second signal ends the process at once, as no listener is left for it. */
function stop(server: { close(): Promise<void> }): void {
  setTimeout(() => process.exit(1), PATIENCE).unref();
  server.close().catch((error: unknown) => {
    process.stderr.write(`auth-events-server: ${String(error)}\n`);
    process.exitCode = 1;
  });
}
